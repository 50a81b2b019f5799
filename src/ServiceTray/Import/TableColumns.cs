namespace ServiceTray.Import;

/// <summary>The columns of a table, as its header names them; capitals do not matter, and of two with one name the first counts.</summary>
internal sealed class TableColumns(IEnumerable<string> header)
{
    private readonly Dictionary<string, int> places = header.Index()
        .GroupBy(column => column.Item.Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First().Index, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Names => places.Keys;

    /// <summary>Which cell stands under a column; null: there is no such column.</summary>
    public int? At(string column) => places.TryGetValue(column, out var at) ? at : null;
}
