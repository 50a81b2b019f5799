using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Facets;

/// <summary>How many documents of one segment have each value of a field.</summary>
internal sealed class SegmentCounts(KeywordColumn column)
{
    private readonly int[] _counts = new int[column.Values.Length];

    /// <summary>The values, in order.</summary>
    public string[] Values => column.Values;

    /// <summary>How many documents have each.</summary>
    public int[] Counts => _counts;

    /// <summary>Sends for what tells where a document's values stand.</summary>
    public void FetchBounds(int document) => column.FetchBounds(document);

    /// <summary>Sends for a document's values.</summary>
    public void Fetch(int document) => column.Fetch(document);

    /// <summary>Counts a document under each of its values.</summary>
    public void Count(int document) => column.Count(document, _counts);
}
