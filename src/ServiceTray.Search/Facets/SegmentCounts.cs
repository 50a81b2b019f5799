using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Facets;

/// <summary>How many documents of one segment have each value of a field; while they pass by, how many have each set of values.</summary>
internal sealed class SegmentCounts(KeywordColumn column)
{
    private readonly int[] _sets = new int[column.Sets];

    /// <summary>The values, in order.</summary>
    public string[] Values => column.Values;

    /// <summary>How many documents have each.</summary>
    public int[] Counts => column.CountsOf(_sets);

    /// <summary>Sends for what is counted of a document.</summary>
    public void Fetch(int document) => column.Fetch(document);

    /// <summary>Counts a document.</summary>
    public void Count(int document) => _sets[column.SetOf(document)]++;
}
