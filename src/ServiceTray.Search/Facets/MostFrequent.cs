using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Facets;

/// <summary>Puts counted values in order: the most frequent first, ties by value.</summary>
internal static class MostFrequent
{
    // Most counts are small, and small numbers are put in order by counting how often each occurs.
    private const int Small = 256;

    /// <summary>The first so many of those that were counted at all; the values stand in order.</summary>
    public static FacetCount[] Of(string[] values, ReadOnlySpan<int> counts, int most)
    {
        Span<int> places = stackalloc int[Small];
        places.Clear();
        var counted = 0;
        var highest = 0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                counted++;
                highest = Math.Max(highest, count);
                places[Math.Min(count, Small - 1)]++;
            }
        }

        var best = new FacetCount[Math.Clamp(most, 0, counted)];
        if (highest >= Small)
        {
            Sort(values, counts, counted, best);
            return best;
        }

        var before = 0;
        for (var count = highest; count > 0; count--)
        {
            (places[count], before) = (before, before + places[count]);
        }

        for (var value = 0; value < counts.Length; value++)
        {
            if (counts[value] > 0 && places[counts[value]]++ is var place && place < best.Length)
            {
                best[place] = new FacetCount(values[value], counts[value]);
            }
        }

        return best;
    }

    // Their places settle ties, so one number sorts both.
    private static void Sort(string[] values, ReadOnlySpan<int> counts, int counted, FacetCount[] best)
    {
        var ranks = new long[counted];
        for (var (value, rank) = (0, 0); value < counts.Length; value++)
        {
            if (counts[value] > 0)
            {
                ranks[rank++] = ((long)-counts[value] << 32) | (uint)value;
            }
        }

        Array.Sort(ranks);
        for (var i = 0; i < best.Length; i++)
        {
            var value = (int)(uint)ranks[i];
            best[i] = new FacetCount(values[value], counts[value]);
        }
    }
}
