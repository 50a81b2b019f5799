using Microsoft.Extensions.Primitives;
using ServiceTray.Languages;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;
using ServiceTray.Themes;

namespace ServiceTray.Referrals.Pages;

/// <summary>The sending form as it was filled in, word for word.</summary>
internal sealed class SendForm(IReadOnlyDictionary<string, StringValues> fields)
{
    public string this[string name] => fields.TryGetValue(name, out var value) ? value.FirstOrDefault()?.Trim() ?? "" : "";

    public string Key => this["key"];

    public static string NewKey(TimeProvider clock) => $"{Guid.CreateVersion7(clock.GetUtcNow())}";

    /// <summary>The key to go on with: another once this one has sent something else.</summary>
    public string KeyAfter(RefusalException refusal, TimeProvider clock) => refusal.Code == RefusalCodes.IdempotencyKeyReused ? NewKey(clock) : Key;

    /// <summary>Whether a box is ticked; on a form that was not sent yet, whether it usually is.</summary>
    public bool IsOn(string name, bool usually = false) => Key.Length == 0 ? usually : fields.ContainsKey(name);

    /// <summary>All values of a field that may be ticked several times.</summary>
    public IReadOnlyList<string> All(string name) => fields.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    public ReferralSendingInput Read(Programme programme) => new(
        programme.Key,
        Guid.TryParse(this["unit"], out var unit) ? unit : null,
        Receiver,
        programme.NamesClient ? Client : null,
        new ReferralReasonInput(
            PublicWords.Read<ThemeCode>(this["theme"]) is { } theme ? [theme] : [], this["ownWords"], this["goal"], this["whatHelps"], this["mustBeKnown"], All("need") is { Count: > 0 } needs ? needs : null),
        Target: Point is null ? TargetKind.CoordinatorDecides : TargetKind.GuidancePoint,
        TargetId: Point,
        Survey: this["survey"],
        Tray: this["tray"],
        Agreement: programme.NamesClient ? new AgreementInput(programme.ConsentVersion, PublicWords.Read<AgreementForm>(this["form"]) ?? AgreementForm.Code, Purposes, MoveForm.HiddenIn(All("hidden")), All("disclosure")) : null,
        Pin: this["pin"] is { Length: > 0 } pin ? pin : null);

    // A recipient, or one of its low-threshold points after a stroke.
    private Guid? Receiver => Guid.TryParse(this["receiver"].Split('/')[0], out var receiver) ? receiver : null;

    private Guid? Point => this["receiver"].Split('/') is [_, var told] && Guid.TryParse(told, out var point) ? point : null;

    private ReferralClientInput Client => new(
        this["name"],
        PublicWords.Read<ContactChannel>(this["channel"]) ?? (this["contact"].Contains('@', StringComparison.Ordinal) ? ContactChannel.Email : ContactChannel.Phone),
        this["contact"],
        this["safeTimes"],
        IsOn("leaveNoMessages"),
        IsOn("doNotContactFirst"),
        IsOn("isProtected"),
        this["language"],
        NeedsInterpreter: IsOn("needsInterpreter"),
        Municipality: this["municipality"],
        AgeBand: PublicWords.Read<AgeBand>(this["ageBand"]),
        AideName: this["aideName"],
        AideScope: PublicWords.Read<AideScope>(this["aideScope"]),
        AideContact: this["aideContact"]);

    // That the recipient contacts her is what the text read aloud says; who makes the first contact is told beside it.
    private IReadOnlyList<Purpose> Purposes =>
    [
        Purpose.Send, Purpose.ReceiverContacts,
        .. IsOn("tellSender") ? [Purpose.TellSender] : Array.Empty<Purpose>(),
        .. IsOn("feedback") ? [Purpose.FeedbackToSender] : Array.Empty<Purpose>(),
        .. IsOn("shareTray") ? [Purpose.ShareTray] : Array.Empty<Purpose>(),
        .. IsOn("shareSurvey") ? [Purpose.ShareSurvey] : Array.Empty<Purpose>(),
    ];
}
