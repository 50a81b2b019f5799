using ServiceTray.Calendar;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>By whom, when and under which programme a move is made.</summary>
internal sealed record Occasion(ReferralActor Actor, DateTimeOffset At, Programme Programme)
{
    public DateOnly Today => HelsinkiTime.Day(At);
}
