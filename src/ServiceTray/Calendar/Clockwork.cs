namespace ServiceTray.Calendar;

/// <summary>Does a round again and again while the tray runs; a round that fails is told without its words, and the next one tries again.</summary>
internal abstract class Clockwork(ILogger logger) : BackgroundService
{
    /// <summary>A start has the processors to itself until it has answered its first callers.</summary>
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(3);

    protected abstract TimeSpan Pause { get; }

    protected abstract Task RoundAsync(CancellationToken cancellationToken);

    protected virtual Task RestAsync(CancellationToken cancellationToken) => Task.Delay(Pause, cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(FirstAfter, stoppingToken);
        while (true)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // Its message may hold what a person wrote.
                logger.LogError("A round failed, the next one tries again: {Kind} {Trace}", fault.GetBaseException().GetType(), fault.GetBaseException().StackTrace);
            }

            await RestAsync(stoppingToken);
        }
    }
}
