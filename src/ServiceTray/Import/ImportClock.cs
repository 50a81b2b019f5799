using ServiceTray.Calendar;

namespace ServiceTray.Import;

/// <summary>Goes on with runs that a person has said yes to, and with those that a stop has cut.</summary>
internal sealed class ImportClock(ImportDesk desk, Importer importer, ILogger<ImportClock> logger) : Clockwork(logger)
{
    private readonly SemaphoreSlim answered = new(0);

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Says that there may be something to go on with.</summary>
    public void Wake() => answered.Release();

    public override void Dispose()
    {
        answered.Dispose();
        base.Dispose();
    }

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        foreach (var source in await desk.UnfinishedAsync(cancellationToken))
        {
            await importer.FinishAsync(source, cancellationToken);
        }
    }

    protected override Task RestAsync(CancellationToken cancellationToken) => answered.WaitAsync(Pause, cancellationToken);
}
