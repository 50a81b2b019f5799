using ServiceTray.Calendar;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>How far the sender is told what became of a referral: as far as the client agreed. Where she is told nothing, all she sees is as when it was sent.</summary>
internal static class SenderSight
{
    /// <summary>The state as the reader may know it; null: ended, and she is not told how.</summary>
    public static ReferralState? StateFor(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now)
    {
        bool Allows(Purpose purpose) => referral.Allows(programme, purpose, HelsinkiTime.Day(now));
        return referral.State switch
        {
            _ when !IsSenders(reader) => referral.State,
            ReferralState.Received or ReferralState.Accepted or ReferralState.ContactAttempted or ReferralState.Waiting or ReferralState.InProgress =>
                Allows(Purpose.TellSender) ? ReferralState.Received : ReferralState.Sent,
            ReferralState.Forwarded when IsForwardedByHer(referral) => referral.State,
            ReferralState.Forwarded => Allows(Purpose.TellSender) ? referral.State : ReferralState.Sent,
            ReferralState.Declined or ReferralState.NotReached => Allows(Purpose.TellSender) ? referral.State : null,
            ReferralState.Completed or ReferralState.Discontinued => Allows(Purpose.FeedbackToSender) ? referral.State : null,
            ReferralState.Withdrawn => null,
            _ => referral.State,
        };
    }

    /// <summary>Whether the reader is the sender, and not to know that it arrived; what was taken back tells no more of it than before.</summary>
    public static bool IsUntold(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now) => IsSenders(reader)
        && !referral.State.IsWithSender() && referral.State != ReferralState.DeclinedByClient && !IsForwardedByHer(referral) && programme.NamesClient
        && (referral.Content.Consent is not { } consent || !(consent with { WithdrawnAt = null }).Allows(Purpose.TellSender, HelsinkiTime.Day(now)));

    /// <summary>The permission as the reader may know it: who is not told that the referral arrived knows of no going on of it but what she recorded herself.</summary>
    public static Consent? ConsentFor(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now)
    {
        if (referral.Content.Consent is not { Earlier.Count: > 0 } consent || !IsUntold(referral, programme, reader, now))
        {
            return referral.Content.Consent;
        }

        ConsentGiven[] given = [.. consent.Earlier, ConsentGiven.Of(consent)];
        var last = Math.Max(0, Array.FindLastIndex(given, one => one.RecordedBy is { } by && by == referral.SenderAccount));
        return given[last].In(consent) with { Earlier = given[..last] };
    }

    /// <summary>Whether the referral is not there for its sender: that a desk forwarded it is not told her, and nothing in it waits for her.</summary>
    public static bool IsHidden(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now) =>
        referral.Parent is not null && !IsHandedOnBySender(referral) && referral.State != ReferralState.NeedsInformation && IsUntold(referral, programme, reader, now);

    /// <summary>The revision as the reader knows it: steps of which she is not told do not count.</summary>
    public static int RevisionFor(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now) =>
        referral.Revision - (IsUntold(referral, programme, reader, now) ? referral.Steps.Count - StepsFor(referral, reader).Count : 0);

    /// <summary>When the next thing should have been done, in the state that the reader knows.</summary>
    public static DateTimeOffset? DueFor(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now)
    {
        var state = StateFor(referral, programme, reader, now);
        return state == referral.State ? referral.DueAt
            : state == ReferralState.Sent && referral.Steps.LastOrDefault(step => step.To == ReferralState.Sent && step.From != step.To) is { } sent ? programme.Deadlines.DueAt(sent.To, sent.Move, null, sent.At, null)
            : null;
    }

    /// <summary>From when on the reader is told that it is late; null: never. Silence tells nothing: whoever may not know that it arrived is not told that the desk is late.</summary>
    public static DateTimeOffset? LateFor(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now) =>
        StateFor(referral, programme, reader, now) == referral.State && !(referral.State == ReferralState.Sent && IsUntold(referral, programme, reader, now)) ? referral.DueAt : null;

    /// <summary>The steps that this reader may know: the sender those on her own side, a desk those since it was sent; why a client stops is hers and whose who wrote it down.</summary>
    public static IReadOnlyList<ReferralStep> StepsFor(Referral referral, ReferralReader reader) => reader switch
    {
        ReferralReader.Client => referral.Steps,
        ReferralReader.CodeHolder => [],
        ReferralReader.Sender or ReferralReader.Colleague => Told(referral.Steps.Where(step => step.By is ReferralRole.Sender or ReferralRole.Colleague || step.Move is ReferralMove.AskInformation || step.To.IsWithSender()), ReferralRole.Sender),
        ReferralReader.Coordinator or ReferralReader.LinkPerson => Told(referral.Steps.Where(step => !step.To.IsWithSender()), ReferralRole.Coordinator, ReferralRole.LinkPerson),
        _ => Told(referral.Steps),
    };

    // A colleague who may take it over is told how far it is as the sender is.
    private static bool IsSenders(ReferralReader reader) => reader is ReferralReader.Sender or ReferralReader.Colleague;

    // By whoever was its sender first: a desk may be of the same organisation.
    private static bool IsHandedOnBySender(Referral referral) => referral.Steps[0] is var first && first.Unit == referral.SenderUnit
        && first.Account == (referral.Steps.FirstOrDefault(step => step.Move == ReferralMove.TakeOver)?.Former ?? referral.SenderAccount);

    // What she had cancelled and sent on to another desk herself.
    private static bool IsForwardedByHer(Referral referral) => referral.State == ReferralState.Forwarded && referral.Steps.Last(step => step.Move == ReferralMove.Forward).By == ReferralRole.Sender;

    private static IReadOnlyList<ReferralStep> Told(IEnumerable<ReferralStep> steps, params ReferralRole[] side) =>
        [.. steps.Select(step => step.Reason?.Side() == ReasonSide.Client && !side.Contains(step.By) ? step with { Reason = null } : step)];
}
