using ServiceTray.Data;

namespace ServiceTray.Offerings;

/// <summary>Looks for changes twice a second, so that what another process commits is found within a second; heeds a wish to rebuild.</summary>
internal sealed class IndexFollower(OfferingIndexer indexer, TrayDatabase database, TimeProvider clock, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (File.Exists(database.ReindexWish))
                {
                    await indexer.RebuildAsync(stoppingToken);
                    File.Delete(database.ReindexWish);
                }
                else
                {
                    await indexer.FollowAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The index could not follow the database; it tries again");
            }
        }
    }
}
