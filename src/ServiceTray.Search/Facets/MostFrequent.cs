using System.Buffers;
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
        var told = ArrayPool<int>.Shared.Rent(counts.Length + 1);
        var counted = told.AsSpan(0, Counted(counts, told));
        Span<int> places = stackalloc int[Small];
        places.Clear();
        var highest = 0;
        foreach (var value in counted)
        {
            highest = Math.Max(highest, counts[value]);
            places[Math.Min(counts[value], Small - 1)]++;
        }

        var best = new FacetCount[Math.Clamp(most, 0, counted.Length)];
        if (highest >= Small)
        {
            Sort(values, counts, counted, best);
        }
        else
        {
            Place(values, counts, counted, places[..(highest + 1)], best);
        }

        ArrayPool<int>.Shared.Return(told);
        return best;
    }

    // Which are counted cannot be foretold, and a branch would wait for it: each is put down, and the next in its place where it is not.
    private static int Counted(ReadOnlySpan<int> counts, int[] told)
    {
        var counted = 0;
        for (var value = 0; value < counts.Length; value++)
        {
            told[counted] = value;
            counted += -counts[value] >>> 31;
        }

        return counted;
    }

    private static void Place(string[] values, ReadOnlySpan<int> counts, ReadOnlySpan<int> counted, Span<int> places, FacetCount[] best)
    {
        var before = 0;
        for (var count = places.Length - 1; count > 0; count--)
        {
            (places[count], before) = (before, before + places[count]);
        }

        foreach (var value in counted)
        {
            if (places[counts[value]]++ is var place && place < best.Length)
            {
                best[place] = new FacetCount(values[value], counts[value]);
            }
        }
    }

    // Their places settle ties, so one number sorts both.
    private static void Sort(string[] values, ReadOnlySpan<int> counts, ReadOnlySpan<int> counted, FacetCount[] best)
    {
        var ranks = new long[counted.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = ((long)-counts[counted[i]] << 32) | (uint)counted[i];
        }

        Array.Sort(ranks);
        for (var i = 0; i < best.Length; i++)
        {
            var value = (int)(uint)ranks[i];
            best[i] = new FacetCount(values[value], counts[value]);
        }
    }
}
