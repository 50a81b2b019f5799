namespace ServiceTray.GraphQL.Tests.Zoo;

internal sealed class PersonLoader(FetchLog log) : BatchLoader<int, Person>
{
    protected override async Task<IReadOnlyDictionary<int, Person>> FetchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        log.Add(keys);
        return keys.Where(k => k <= 6).ToDictionary(k => k, k => new Person(k));
    }
}

/// <summary>Which keys were fetched together.</summary>
internal sealed class FetchLog
{
    private readonly List<IReadOnlyList<int>> batches = [];

    public IReadOnlyList<IReadOnlyList<int>> Batches
    {
        get
        {
            lock (batches)
            {
                return [.. batches];
            }
        }
    }

    public void Add(IReadOnlyList<int> keys)
    {
        lock (batches)
        {
            batches.Add(keys);
        }
    }
}
