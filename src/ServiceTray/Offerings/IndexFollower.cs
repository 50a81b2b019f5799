using ServiceTray.Data;

namespace ServiceTray.Offerings;

/// <summary>Looks for changes twice a second, so that what another process commits is found within a second; heeds a wish to rebuild.</summary>
internal sealed class IndexFollower(OfferingIndexer indexer, TrayDatabase database, TimeProvider clock, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RestAfterFault = TimeSpan.FromSeconds(5);

    /// <summary>Far less than the time that the index knows the dates of a series ahead, and less than it knows the days of opening hours (OpenHalves).</summary>
    private static readonly TimeSpan RenewEvery = TimeSpan.FromDays(7);

    /// <summary>A stored index may be old, but nobody waits at a start for dates so far ahead.</summary>
    private const int BeatsBeforeFirstRenewal = 6;

    private int beats;
    private bool unsaved;
    private int beatsUnsaved;

    /// <summary>Whether the last look failed: the tray answers, but from an index that falls behind.</summary>
    public bool IsBehind { get; private set; }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (unsaved)
        {
            await indexer.SaveAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
                IsBehind = false;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError("The index could not follow the database, it tries again: {Kind} {Trace}", exception.GetBaseException().GetType(), exception.StackTrace);
                IsBehind = true;
                await Task.Delay(RestAfterFault, clock, stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(database.ReindexWish))
        {
            await indexer.RebuildAsync(cancellationToken);
            File.Delete(database.ReindexWish);
        }

        if (++beats >= BeatsBeforeFirstRenewal && clock.GetUtcNow() >= indexer.RenewedAt + RenewEvery)
        {
            await indexer.RenewAsync(cancellationToken);
        }

        var changed = await indexer.FollowAsync(cancellationToken);
        unsaved |= changed;
        beatsUnsaved = unsaved ? beatsUnsaved + 1 : 0;

        // Stored when changes pause, and every ten seconds while they do not.
        if (unsaved && (!changed || beatsUnsaved >= 20))
        {
            await indexer.SaveAsync(cancellationToken);
            (unsaved, beatsUnsaved) = (false, 0);
        }
    }
}
