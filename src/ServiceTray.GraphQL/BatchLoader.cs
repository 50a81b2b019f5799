namespace ServiceTray.GraphQL;

/// <summary>What the engine knows of every loader; derive from <see cref="BatchLoader{TKey, TValue}"/>.</summary>
public abstract class BatchLoader
{
    private protected BatchLoader()
    {
    }

    internal abstract bool HasWork { get; }

    internal LoaderQueue? Queue { get; set; }

    internal abstract Task DispatchAsync(CancellationToken cancellationToken);
}
