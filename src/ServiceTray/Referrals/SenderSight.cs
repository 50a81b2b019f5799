using ServiceTray.Calendar;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>How far the sender is told what became of a referral: as far as the client agreed.</summary>
internal static class SenderSight
{
    /// <summary>The state as the reader may know it; null: ended, and she is not told how.</summary>
    public static ReferralState? StateFor(Referral referral, Programme programme, ReferralReader reader, DateTimeOffset now)
    {
        bool Allows(Purpose purpose) => referral.Allows(programme, purpose, HelsinkiTime.Day(now));
        return (reader, referral.State) switch
        {
            (not ReferralReader.Sender, _) => referral.State,
            (_, ReferralState.Received or ReferralState.Accepted or ReferralState.ContactAttempted or ReferralState.Waiting or ReferralState.InProgress) =>
                Allows(Purpose.TellSender) ? ReferralState.Received : ReferralState.Sent,
            (_, ReferralState.Declined or ReferralState.NotReached) => Allows(Purpose.TellSender) ? referral.State : null,
            (_, ReferralState.Completed or ReferralState.Discontinued) => Allows(Purpose.FeedbackToSender) ? referral.State : null,
            (_, ReferralState.Withdrawn) => null,
            _ => referral.State,
        };
    }

    /// <summary>The steps that this reader may know: the sender those on her own side, a desk those since it was sent.</summary>
    public static IReadOnlyList<ReferralStep> StepsFor(Referral referral, ReferralReader reader) => reader switch
    {
        ReferralReader.Sender => [.. referral.Steps.Where(step => step.By == ReferralRole.Sender || step.Move is ReferralMove.AskInformation || step.To.IsWithSender())],
        ReferralReader.Coordinator or ReferralReader.LinkPerson => [.. referral.Steps.Where(step => !step.To.IsWithSender())],
        ReferralReader.CodeHolder => [],
        _ => referral.Steps,
    };
}
