namespace ServiceTray.Search.Indexing;

/// <summary>The order of documents in a segment: along the curve, then by key; the same in every segment, so that merging keeps it.</summary>
internal static class CurveOrder
{
    /// <summary>Numbers of the rows in that order.</summary>
    public static int[] Of(IReadOnlyList<DocumentRow> rows)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var homes = rows.Select(row => (row.Home, row.Key)).ToArray();
        Array.Sort(homes, order);
        return order;
    }
}
