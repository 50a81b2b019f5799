using ServiceTray.Data;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>Which offerings were joined into which, as of the last change that was followed; one whose other is gone stands for itself again.</summary>
internal sealed class Joins(DatabaseFacts facts)
{
    private volatile Known known = new(new Dictionary<Guid, Guid>(), new Dictionary<Guid, string>());

    public bool IsEmpty => known.Into.Count == 0;

    /// <summary>The one that answers for an id; itself when it was joined into none.</summary>
    public Guid RootOf(Guid id) => known.Into.GetValueOrDefault(id, id);

    public bool IsJoined(Guid id) => known.Into.ContainsKey(id);

    /// <summary>Those that were joined into this one.</summary>
    public IReadOnlyList<Guid> OthersOf(Guid root) => known.Others.GetValueOrDefault(root) ?? [];

    /// <summary>The sources that tell the same thing, beside its own.</summary>
    public IReadOnlyList<string> SourcesOf(Guid root) => [.. OthersOf(root).Select(known.Sources.GetValueOrDefault).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads them anew.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (into, sources) = (new Dictionary<Guid, Guid>(), new Dictionary<Guid, string>());
        foreach (var (other, kept, source) in await facts.JoinsAsync(cancellationToken))
        {
            into[other] = kept;
            if (source is not null)
            {
                sources[other] = source;
            }
        }

        known = new(into.Keys.ToDictionary(id => id, id => Root(into, id)), sources);
    }

    private static Guid Root(Dictionary<Guid, Guid> into, Guid id)
    {
        var met = new HashSet<Guid> { id };
        while (into.TryGetValue(id, out var next) && met.Add(next))
        {
            id = next;
        }

        return id;
    }

    private sealed record Known(Dictionary<Guid, Guid> Into, Dictionary<Guid, string> Sources)
    {
        public Dictionary<Guid, List<Guid>> Others { get; } = Into.GroupBy(pair => pair.Value, pair => pair.Key).ToDictionary(group => group.Key, group => group.ToList());
    }
}
