using System.Runtime.CompilerServices;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Walks through all that a search finds, for feeds: the ids from one snapshot first, the rows as they are asked for.</summary>
internal sealed class OfferingWalker(OfferingSearch search, OfferingReader reader)
{
    /// <summary>All it finds, in order.</summary>
    /// <exception cref="Refusals.RefusalException">The filter or place cannot be accepted.</exception>
    public IReadOnlyList<Guid> Find(OfferingFilter filter, OfferingOrder order)
    {
        var ids = new List<Guid>();
        for (string? after = null; ;)
        {
            var page = search.Find(filter, null, order, new PageRequest(OfferingSearch.LargestPageSize, after));
            ids.AddRange(page.Hits.Select(hit => hit.Key));
            if (!page.HasNext)
            {
                return ids;
            }

            after = page.Hits[^1].Cursor;
        }
    }

    /// <summary>The first so many of them after a cursor, how many there are in all, and the cursor that goes on; null: no more follow.</summary>
    /// <exception cref="Refusals.RefusalException">The filter, place or cursor cannot be accepted.</exception>
    public (IReadOnlyList<Guid> Ids, int Total, string? Next) FindPart(OfferingFilter filter, OfferingOrder order, int most, string? after)
    {
        var ids = new List<Guid>();
        while (true)
        {
            var page = search.Find(filter, null, order, new PageRequest(Math.Min(most - ids.Count, OfferingSearch.LargestPageSize), after));
            ids.AddRange(page.Hits.Select(hit => hit.Key));
            after = page.HasNext ? page.Hits[^1].Cursor : null;
            if (after is null || ids.Count >= most)
            {
                return (ids, page.Total, after);
            }
        }
    }

    /// <summary>Reads them some at a time; what was taken away meanwhile is left out.</summary>
    public async IAsyncEnumerable<PlacedOffering> ReadAsync(IReadOnlyList<Guid> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var some in ids.Chunk(OfferingSearch.LargestPageSize))
        {
            foreach (var placed in await reader.ReadAsync(some, cancellationToken))
            {
                yield return placed;
            }
        }
    }
}
