using ServiceTray.Calendar;

namespace ServiceTray.Guidance;

/// <summary>Tells the administrator, once a day, which help rows nobody has looked at for too long; they stay, for an old number helps more than none.</summary>
internal sealed class HelpClock(HelpRows rows, TimeProvider clock, ILogger<HelpClock> logger) : Clockwork(logger)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromDays(1);

    /// <summary>Tells of each row that is due.</summary>
    public void Tell()
    {
        foreach (var row in rows.Unchecked(HelsinkiTime.Day(clock.GetUtcNow())))
        {
            logger.LogWarning("Help row {Key} was last checked on {CheckedOn}, more than {Days} days ago: call it or look at its page, and tell the day in help.json", row.Key, row.CheckedOn, HelpRows.CheckedWithinDays);
        }
    }

    protected override Task RoundAsync(CancellationToken cancellationToken)
    {
        Tell();
        return Task.CompletedTask;
    }
}
