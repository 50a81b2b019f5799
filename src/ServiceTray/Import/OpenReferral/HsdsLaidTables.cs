using ServiceTray.Data;

namespace ServiceTray.Import.OpenReferral;

/// <summary>Tables laid aside on disk, whose rows are found by the id that they are asked for.</summary>
internal sealed class HsdsLaidTables(IReadOnlyDictionary<string, string> files, ImportReport report) : IDisposable
{
    private readonly ScratchRows laid = new();
    private readonly Dictionary<string, TableColumns> columns = new(StringComparer.Ordinal);

    /// <summary>Lays the first of the tables that there is aside, by a column; it is known by the first of the names.</summary>
    /// <exception cref="ImportException">It is no table.</exception>
    public async Task LayAsync(string column, CancellationToken cancellationToken, params string[] tables)
    {
        if (tables.Select(table => files.GetValueOrDefault(table)).FirstOrDefault(file => file is not null) is not { } file)
        {
            return;
        }

        await foreach (var row in TableRow.ReadAsync(file, cancellationToken))
        {
            report.Saw(tables[0]);
            columns[tables[0]] = row.Columns;
            if (row[column] is { } key)
            {
                laid.Add(tables[0], key, new ScratchRow(row.Path, row.ToJson()));
            }
        }
    }

    /// <summary>The rows of an id, in the table's order.</summary>
    public IReadOnlyList<TableRow> Of(string table, string? id) =>
        id is null || !columns.TryGetValue(table, out var header) ? [] : [.. laid.Of(table, id).Select(row => TableRow.FromJson(row.Path, header, row.Body))];

    /// <summary>The first row of an id; null: there is none.</summary>
    public TableRow? First(string table, string? id) => Of(table, id) is [var first, ..] ? first : null;

    public void Dispose() => laid.Dispose();
}
