using ServiceTray.Calendar;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

// What of it stands in plain, so that boxes are listed and time finds it unopened: no more than its sender's box shows, and days.
internal sealed partial class Referral
{
    /// <summary>The last day of the client's permission; null: there is none to end.</summary>
    public DateOnly? PermissionUntil { get; private set; }

    /// <summary>When it is looked at next because her permission ends, or has; null: that was done, or there is none.</summary>
    public DateTimeOffset? PermissionLookAt { get; private set; }

    /// <summary>The state as its sender may know it; null: ended, and she is not told how.</summary>
    public ReferralState? SentState { get; private set; }

    /// <summary>When something is due, as she may know it.</summary>
    public DateTimeOffset? SentDueAt { get; private set; }

    /// <summary>From when on she is told that it is late; null: she never is.</summary>
    public DateTimeOffset? SentLateAt { get; private set; }

    /// <summary>Whether it is not there for her.</summary>
    public bool IsSentHidden { get; private set; }

    /// <summary>Writes down how it stands now, of what was opened.</summary>
    public void Stand(Programme programme, DateTimeOffset now)
    {
        SentState = SenderSight.StateFor(this, programme, ReferralReader.Sender, now);
        SentDueAt = SenderSight.DueFor(this, programme, ReferralReader.Sender, now);
        SentLateAt = SenderSight.LateFor(this, programme, ReferralReader.Sender, now);
        IsSentHidden = SenderSight.IsHidden(this, programme, ReferralReader.Sender, now);
        PermissionUntil = State.HidesPerson() ? null : Content.Consent?.Until;
        PermissionLookAt = PermissionUntil is { } until ? LookAt(until, programme, now) : null;
    }

    /// <summary>Those who are to be asked were asked: it is looked at again when the permission is over.</summary>
    public void PermissionWasAsked() => PermissionLookAt = PermissionUntil is { } until ? StartOf(until.AddDays(1)) : null;

    /// <summary>It cannot be opened any more, and is not looked at again.</summary>
    public void IsLost() => PermissionLookAt = null;

    // First when it is about to end, at once when that day is past already, and once more when it is over: her sender is told less from then on.
    private DateTimeOffset? LookAt(DateOnly until, Programme programme, DateTimeOffset now)
    {
        var (today, ask) = (HelsinkiTime.Day(now), programme.Deadlines.PermissionReminderOn(until));
        return today < ask ? StartOf(ask)
            : today > until ? null
            : PermissionLookAt == StartOf(until.AddDays(1)) ? PermissionLookAt
            : now;
    }

    private static DateTimeOffset StartOf(DateOnly day) => HelsinkiTime.At(day, TimeOnly.MinValue);
}
