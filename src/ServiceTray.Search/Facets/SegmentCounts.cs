using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Facets;

/// <summary>How many documents of one segment have each value of a field.</summary>
internal sealed class SegmentCounts(KeywordColumn column)
{
    private readonly int[] _counts = new int[column.Values.Length];

    /// <summary>Sends for what tells where a document's values stand.</summary>
    public void FetchBounds(int document) => column.FetchBounds(document);

    /// <summary>Sends for a document's values.</summary>
    public void Fetch(int document) => column.Fetch(document);

    /// <summary>Counts a document under each of its values.</summary>
    public void Count(int document) => column.Count(document, _counts);

    /// <summary>Each value that was counted, in order.</summary>
    public List<FacetCount> All()
    {
        var counts = new List<FacetCount>(_counts.Length - _counts.AsSpan().Count(0));
        for (var value = 0; value < _counts.Length; value++)
        {
            if (_counts[value] > 0)
            {
                counts.Add(new FacetCount(column.Values[value], _counts[value]));
            }
        }

        return counts;
    }
}
