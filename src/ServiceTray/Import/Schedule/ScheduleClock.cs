using ServiceTray.Calendar;

namespace ServiceTray.Import.Schedule;

/// <summary>Reads the sources that are due, one after another, so that no more than one of them takes memory; one that fails rests longer each time.</summary>
internal sealed class ScheduleClock(ScheduleDesk desk, Importer importer, ILogger<ScheduleClock> logger) : Clockwork(logger)
{
    /// <summary>A source that goes on for longer holds up all others.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(6);

    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Runs what is due now.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        foreach (var scheduled in await desk.DueAsync(cancellationToken))
        {
            var source = await desk.SourceOfAsync(scheduled, cancellationToken);
            if (importer.IsBusyWith(source.Name))
            {
                continue;
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(LongestRun);
            try
            {
                await importer.RunAsync(source, scheduled.Choices, null, patience.Token);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The run's row says why; a message may quote the source.
                logger.LogWarning("The scheduled import of {Source} failed ({Kind}); its run tells why", source.Name, fault.GetBaseException().GetType().Name);
            }
        }
    }

    protected override Task RoundAsync(CancellationToken cancellationToken) => RunDueAsync(cancellationToken);
}
