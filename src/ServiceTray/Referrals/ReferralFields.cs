using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>What a referral tells over GraphQL: what its view holds for the one who asks.</summary>
internal static class ReferralFields
{
    public static Guid Id(ReferralShown shown) => shown.View.Id;

    public static Programme Programme(ReferralShown shown) => shown.Programme;

    public static ReferralState? State(ReferralShown shown) => shown.View.State;

    public static int Revision(ReferralShown shown) => shown.View.Revision;

    public static DateTimeOffset CreatedAt(ReferralShown shown) => shown.View.CreatedAt;

    public static DateTimeOffset? DueAt(ReferralShown shown) => shown.View.DueAt;

    public static bool IsOverdue(ReferralShown shown) => shown.View.IsOverdue;

    public static ProgrammeParty? Receiver(ReferralShown shown) => shown.Programme.RecipientOrNull(shown.View.Receiver);

    public static Guid? SenderUnit(ReferralShown shown) => shown.View.SenderUnit;

    public static Guid? Sender(ReferralShown shown) => shown.View.Sender;

    public static Guid? LinkPerson(ReferralShown shown) => shown.View.LinkPerson;

    public static Guid? Parent(ReferralShown shown) => shown.View.Parent;

    public static Guid? Child(ReferralShown shown) => shown.View.Child;

    public static ReferralClient? Client(ReferralShown shown) => shown.View.Client;

    public static ReferralReason? Reason(ReferralShown shown) => shown.View.Reason;

    public static TargetKind? Target(ReferralShown shown) => shown.View.Target?.Kind;

    public static Guid? TargetId(ReferralShown shown) => shown.View.Target?.Id;

    public static string? Survey(ReferralShown shown) => shown.View.Survey;

    public static string? Tray(ReferralShown shown) => shown.View.Tray;

    public static Consent? Consent(ReferralShown shown) => shown.View.Consent;

    public static DateOnly? PermissionUntil(ReferralShown shown) => shown.View.PermissionUntil;

    public static bool IsPermissionEnding(ReferralShown shown) => shown.View.IsPermissionEnding;

    public static IReadOnlyList<ReferralNote> Notes(ReferralShown shown) => shown.View.Notes;

    public static ReferralOutcome? Outcome(ReferralShown shown) => shown.View.Outcome;

    public static IReadOnlyList<PhaseWalk> Phases(ReferralShown shown) => shown.View.Phases;

    public static IReadOnlyList<ReferralStep> Steps(ReferralShown shown) => shown.View.Steps;

    public static IReadOnlyList<ReferralMove> PossibleMoves(ReferralShown shown) => shown.Possible;
}

/// <summary>What a consent tells.</summary>
internal static class ConsentFields
{
    public static IReadOnlyList<Purpose> Purposes(Consent consent) => [.. consent.On.Order()];

    public static IReadOnlyList<ClientField> Hidden(Consent consent) => [.. consent.Hidden.Order()];
}

/// <summary>What a code shows.</summary>
internal static class ClientReferralFields
{
    public static ReferralShown? Referral(ClientSight sight) => sight.Shown.View.Reader == ReferralReader.Client ? sight.Shown : null;
}

/// <summary>An error in words.</summary>
internal static class ReferralErrorFields
{
    public static Text Message(ReferralError error, [Enclosing] Language? language, RequestLanguage request)
    {
        var asked = language ?? request.Language;
        return new Text(Texts.Refused(error.Code, asked), asked.Tag());
    }
}
