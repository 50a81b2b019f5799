namespace ServiceTray.Import;

/// <summary>Goes on with runs that a person has said yes to, and with those that a stop has cut.</summary>
internal sealed class ImportClock(ImportDesk desk, Importer importer, TimeProvider clock, ILogger<ImportClock> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim answered = new(0);

    /// <summary>Says that there may be something to go on with.</summary>
    public void Wake() => answered.Release();

    public override void Dispose()
    {
        answered.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var source in await desk.UnfinishedAsync(stoppingToken))
                {
                    await importer.FinishAsync(source, stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError("A run could not go on, it is tried again: {Kind}", fault.GetBaseException().GetType());
            }

            await Task.WhenAny(answered.WaitAsync(stoppingToken), Task.Delay(Beat, clock, stoppingToken));
        }
    }
}
