using ServiceTray.Calendar;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>Looks for the same thing from two sources once a minute, where something has changed.</summary>
internal sealed class DuplicateClock(DuplicateFinder finder, ILogger<DuplicateClock> logger) : Clockwork(logger)
{
    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    protected override Task RoundAsync(CancellationToken cancellationToken) => finder.LookAsync(cancellationToken);
}
