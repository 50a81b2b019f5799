using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>The full order of hits: the order's value, the rest of the name where names are sorted, then the key.</summary>
internal sealed class StandingOrder(Snapshot snapshot, SearchOrder order) : IComparer<Standing>
{
    public int Compare(Standing x, Standing y)
    {
        if (x.Primary != y.Primary)
        {
            return x.Primary < y.Primary ? -1 : 1;
        }

        var names = order == SearchOrder.Name ? Name(x).SequenceCompareTo(Name(y)) : 0;
        return names != 0 ? names : Key(x).CompareTo(Key(y));
    }

    /// <summary>Where a hit stands beside the place a cursor names.</summary>
    public int Compare(Standing hit, CursorPlace place)
    {
        if (hit.Primary != place.Primary)
        {
            return hit.Primary < place.Primary ? -1 : 1;
        }

        var names = order == SearchOrder.Name ? Name(hit).SequenceCompareTo(place.Name) : 0;
        return names != 0 ? names : Key(hit).CompareTo(place.Key);
    }

    /// <summary>The place of a hit, for a cursor.</summary>
    public CursorPlace Place(Standing hit) =>
        new(hit.Primary, Key(hit), order == SearchOrder.Name ? Name(hit).ToArray() : []);

    private Guid Key(Standing hit) => snapshot.Segments[hit.Segment].Segment.Keys[hit.Document];

    private ReadOnlySpan<byte> Name(Standing hit) => snapshot.Segments[hit.Segment].Segment.Names[hit.Document];
}
