namespace ServiceTray.Search.Indexing;

/// <summary>A segment with what of it is removed.</summary>
/// <param name="Segment">The documents.</param>
/// <param name="Removed">Those that are gone.</param>
internal sealed record LiveSegment(Segment Segment, Tombstones Removed)
{
    /// <summary>How many live.</summary>
    public int Count => Segment.Count - Removed.Count;

    /// <summary>With the documents of these keys removed too.</summary>
    public LiveSegment Without(IEnumerable<Guid> keys)
    {
        int[] gone = [.. keys.Select(Segment.Find).Where(document => document >= 0 && !Removed.Contains(document))];
        return gone.Length == 0 ? this : this with { Removed = Removed.With(gone) };
    }

    /// <summary>Those that live, in order.</summary>
    public IEnumerable<int> Documents() => Enumerable.Range(0, Segment.Count).Where(document => !Removed.Contains(document));
}
