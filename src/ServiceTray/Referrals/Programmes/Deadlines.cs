using ServiceTray.Calendar;

namespace ServiceTray.Referrals.Programmes;

/// <summary>How soon each thing should be done, in working days unless it says days.</summary>
internal sealed record Deadlines
{
    public int DraftDays { get; init; } = 7;

    public int ConsentReminder { get; init; } = 3;

    public int ConsentLapse { get; init; } = 14;

    public int Acknowledge { get; init; } = 2;

    public int Information { get; init; } = 5;

    public int FirstContact { get; init; } = 5;

    public int Reach { get; init; } = 21;

    public int Feedback { get; init; } = 5;

    /// <summary>How long before her permission ends the client is asked whether it goes on, and whoever walks beside her is told.</summary>
    public int PermissionReminder { get; init; } = 10;

    /// <summary>How long after a deadline, of which the desk was reminded, others are told that it is late.</summary>
    public int Escalation { get; init; } = 2;

    /// <summary>Whether what was due then is so late that others are told.</summary>
    public bool IsEscalated(DateTimeOffset due, DateTimeOffset now) => now >= EndAfter(due.AddSeconds(-1), Escalation);

    /// <summary>The day on which the client is asked whether a permission of hers goes on.</summary>
    public DateOnly PermissionReminderOn(DateOnly until) => WorkingDays.Before(until, PermissionReminder);

    /// <summary>Whether a permission ends soon, or has ended.</summary>
    public bool IsPermissionEnding(DateOnly until, DateOnly today) => today >= PermissionReminderOn(until);

    /// <summary>When the next thing is due once the state is reached by the move; what was due before stands while contact is only tried again, another person goes on, or the permission does.</summary>
    public DateTimeOffset? DueAt(ReferralState state, ReferralMove move, DateTimeOffset? before, DateTimeOffset now, DateOnly? day) => state switch
    {
        _ when move is ReferralMove.HandOver or ReferralMove.TakeOver or ReferralMove.Renew => before,
        ReferralState.Draft => now.AddDays(DraftDays),
        ReferralState.AwaitingConsent => EndAfter(now, ConsentLapse),
        ReferralState.Sent => EndAfter(now, Acknowledge),
        ReferralState.NeedsInformation => EndAfter(now, Information),
        ReferralState.Accepted => EndAfter(now, FirstContact),
        ReferralState.ContactAttempted => before ?? EndAfter(now, Reach),
        ReferralState.Waiting or ReferralState.InProgress when day is { } set => HelsinkiTime.At(set.AddDays(1), TimeOnly.MinValue),
        ReferralState.Completed when move != ReferralMove.GiveFeedback => EndAfter(now, Feedback),
        ReferralState.Withdrawn when move == ReferralMove.Withdraw => EndAfter(now, Acknowledge),
        _ => null,
    };

    /// <summary>The last day on which a client who was sent then should hear from her link person, when the desk and she take all the time they have.</summary>
    public DateOnly HeardBy(DateTimeOffset sent) => WorkingDays.After(HelsinkiTime.Day(sent), Acknowledge + FirstContact);

    // The last working day is counted whole, on the Finnish clock.
    private static DateTimeOffset EndAfter(DateTimeOffset instant, int count) =>
        HelsinkiTime.At(WorkingDays.After(HelsinkiTime.Day(instant), count).AddDays(1), TimeOnly.MinValue);
}
