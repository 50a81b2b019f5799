namespace ServiceTray.Search.Indexing;

/// <summary>Decides which segments are due to be merged: eight of one size class, or one of which a quarter is removed, with all that are smaller.</summary>
internal static class Merging
{
    private const int Together = 8;
    private const int SmallestClass = 64;

    /// <summary>The segments to merge next; none when nothing is due.</summary>
    public static IReadOnlyList<LiveSegment> Due(IReadOnlyList<LiveSegment> segments)
    {
        var empty = segments.Where(live => live.Removed.Count * 4 > live.Segment.Count).ToList();
        if (empty.Count > 0)
        {
            // What is written anew takes the smaller ones along: every search goes through each segment.
            var largest = empty.Max(live => live.Count);
            return [.. segments.Where(live => live.Count <= largest)];
        }

        return segments.GroupBy(SizeClass).OrderBy(group => group.Key).FirstOrDefault(group => group.Count() >= Together)?.ToList() ?? [];
    }

    private static int SizeClass(LiveSegment live)
    {
        var (size, upTo) = (0, SmallestClass);
        while (live.Count > upTo)
        {
            (size, upTo) = (size + 1, upTo * Together);
        }

        return size;
    }
}
