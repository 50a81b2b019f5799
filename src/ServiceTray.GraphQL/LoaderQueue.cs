namespace ServiceTray.GraphQL;

/// <summary>The loaders of one request that have keys waiting to be fetched.</summary>
internal sealed class LoaderQueue
{
    private List<BatchLoader>? waiting;

    public bool IsEmpty => waiting is not { Count: > 0 };

    public void Enqueue(BatchLoader loader) => (waiting ??= []).Add(loader);

    /// <summary>Fetches for each waiting loader, one after the other, so that they may share a database context.</summary>
    public async Task DispatchAsync(CancellationToken cancellationToken)
    {
        var round = waiting ?? [];
        waiting = null;
        foreach (var loader in round)
        {
            await loader.DispatchAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
