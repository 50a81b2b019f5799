using System.Diagnostics.CodeAnalysis;

namespace ServiceTray.GraphQL;

/// <summary>
/// Gathers the keys that sibling fields and list items ask for and fetches them at once. One is made for each request by
/// dependency injection, so the constructor may take scoped services; a key is fetched once a request.
/// </summary>
/// <typeparam name="TKey">The key; compared by its default equality.</typeparam>
/// <typeparam name="TValue">What is loaded.</typeparam>
public abstract class BatchLoader<TKey, TValue> : BatchLoader
    where TKey : notnull
{
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> asked = [];
    private List<TKey> pending = [];

    internal override bool HasWork => pending.Count > 0;

    /// <summary>The value of a key, or the default value when nothing was found for it. Awaiting it from outside a resolver never ends.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Completes when the engine has fetched the batch; fails as the fetch failed.</returns>
    public ValueTask<TValue?> LoadAsync(TKey key)
    {
        if (!asked.TryGetValue(key, out var source))
        {
            if (TryTake(key, out var atHand))
            {
                return new(atHand);
            }

            asked[key] = source = new TaskCompletionSource<TValue?>();
            if (pending.Count == 0)
            {
                (Queue ?? throw new InvalidOperationException($"The loader {GetType().Name} is not inside a GraphQL request.")).Enqueue(this);
            }

            pending.Add(key);
        }

        return source.Task.IsCompletedSuccessfully ? new(source.Task.GetAwaiter().GetResult()) : new(source.Task);
    }

    /// <summary>The values of several keys, in their order; a key for which nothing was found has the default value.</summary>
    /// <param name="keys">The keys; the same one may come twice.</param>
    /// <returns>Completes when the engine has fetched those that are not at hand; fails as the fetch failed.</returns>
    public async ValueTask<IReadOnlyList<TValue?>> LoadManyAsync(IReadOnlyList<TKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var values = new TValue?[keys.Count];
        List<(int Place, Task<TValue?> Load)>? waiting = null;
        for (var i = 0; i < values.Length; i++)
        {
            var load = LoadAsync(keys[i]);
            if (load.IsCompletedSuccessfully)
            {
                values[i] = load.GetAwaiter().GetResult();
            }
            else
            {
                (waiting ??= []).Add((i, load.AsTask()));
            }
        }

        foreach (var (place, load) in waiting ?? [])
        {
            values[place] = await load.ConfigureAwait(false);
        }

        return values;
    }

    /// <summary>The value of a key that needs no fetching, as one that is cached between requests; then no batch is waited for.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it is at hand.</returns>
    protected virtual bool TryTake(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        value = default;
        return false;
    }

    /// <summary>Fetches the values of keys, each asked for once.</summary>
    /// <param name="keys">Distinct keys, in the order they were asked for.</param>
    /// <param name="cancellationToken">Ends when the caller has gone or the time is over.</param>
    /// <returns>The values found; a key that is not in it gives the default value.</returns>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    internal override async Task DispatchAsync(CancellationToken cancellationToken)
    {
        var keys = pending;
        pending = [];
        IReadOnlyDictionary<TKey, TValue> found;
        try
        {
            found = await FetchAsync(keys, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            foreach (var key in keys)
            {
                asked[key].TrySetException(exception);
            }

            return;
        }

        foreach (var key in keys)
        {
            asked[key].TrySetResult(found.TryGetValue(key, out var value) ? value : default);
        }
    }
}
