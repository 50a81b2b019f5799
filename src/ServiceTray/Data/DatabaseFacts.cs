using Microsoft.Data.Sqlite;

namespace ServiceTray.Data;

/// <summary>What a start asks of its database, in plain SQL: the first question through EF Core takes longer than the rest of the start.</summary>
internal sealed class DatabaseFacts(TrayDatabase database)
{
    /// <summary>What tells this database from every other.</summary>
    public async Task<string> OriginAsync(CancellationToken cancellationToken) => (string)(await RowsAsync("SELECT id FROM database", cancellationToken)).Single();

    /// <summary>The number of the last change; 0 before the first.</summary>
    public async Task<long> LastSequenceAsync(CancellationToken cancellationToken) => (long)(await RowsAsync("SELECT coalesce(max(seq), 0) FROM change", cancellationToken)).Single();

    /// <summary>The hashes of the seed files that were loaded.</summary>
    public async Task<HashSet<string>> SeedHashesAsync(CancellationToken cancellationToken) =>
        (await RowsAsync("SELECT hash FROM seed_file", cancellationToken)).Cast<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Which offerings were joined into which, in the order in which they were, with the source of the one that answers no more (null: its record
    /// is gone); where the other is gone the join rests.
    /// </summary>
    public async Task<IReadOnlyList<(Guid Other, Guid Kept, string? Source)>> JoinsAsync(CancellationToken cancellationToken) =>
    [
        .. (await RowsAsync(
            """
            SELECT pair.other || pair.kept_id || coalesce(offering.source, '')
            FROM (SELECT id, decided_at, kept_id, iif(kept_id = first_id, second_id, first_id) AS other FROM like_pair WHERE state = 'Joined') AS pair
            LEFT JOIN offering ON offering.id = pair.other
            WHERE EXISTS (SELECT 1 FROM offering WHERE offering.id = pair.kept_id)
            ORDER BY pair.decided_at, pair.id
            """,
            cancellationToken)).Cast<string>().Select(row => (Guid.Parse(row[..36]), Guid.Parse(row[36..72]), row.Length > 72 ? row[72..] : null)),
    ];

    /// <summary>The sources that what is on the tray comes from.</summary>
    public async Task<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken) =>
        [.. (await RowsAsync("SELECT DISTINCT source FROM offering", cancellationToken)).Cast<string>()];

    private async Task<List<object>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of those above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var read = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<object>();
        while (await read.ReadAsync(cancellationToken))
        {
            rows.Add(read.GetValue(0));
        }

        return rows;
    }
}
