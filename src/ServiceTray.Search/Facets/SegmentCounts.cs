using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Facets;

/// <summary>How many documents of one segment have each value of a field.</summary>
internal sealed class SegmentCounts(KeywordColumn column)
{
    private readonly int[] _counts = new int[column.Values.Length];

    /// <summary>Counts a document under each of its values.</summary>
    public void Count(int document) => column.Count(document, _counts);

    /// <summary>Each value that was counted, in order.</summary>
    public IEnumerable<FacetCount> All()
    {
        for (var value = 0; value < _counts.Length; value++)
        {
            if (_counts[value] > 0)
            {
                yield return new FacetCount(column.Values[value], _counts[value]);
            }
        }
    }

    /// <summary>The most frequent so many, ties by value.</summary>
    public FacetCount[] Best(int most)
    {
        // Values stand in order, so their numbers settle ties, and one number sorts both.
        var ranks = new long[_counts.Length];
        var found = 0;
        for (var value = 0; value < _counts.Length; value++)
        {
            if (_counts[value] > 0)
            {
                ranks[found++] = ((long)-_counts[value] << 32) | (uint)value;
            }
        }

        Array.Sort(ranks, 0, found);
        var best = new FacetCount[Math.Clamp(most, 0, found)];
        for (var i = 0; i < best.Length; i++)
        {
            var value = (int)(uint)ranks[i];
            best[i] = new FacetCount(column.Values[value], _counts[value]);
        }

        return best;
    }
}
