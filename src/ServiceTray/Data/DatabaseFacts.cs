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

    /// <summary>Which offerings were joined into which, in the order in which they were; where the other is gone the join rests.</summary>
    public async Task<IReadOnlyList<(Guid Other, Guid Kept)>> JoinsAsync(CancellationToken cancellationToken) =>
    [
        .. (await RowsAsync(
            "SELECT iif(kept_id = first_id, second_id, first_id) || kept_id FROM like_pair WHERE state = 'Joined' AND EXISTS (SELECT 1 FROM offering WHERE offering.id = kept_id) ORDER BY decided_at, id",
            cancellationToken)).Cast<string>().Select(both => (Guid.Parse(both[..36]), Guid.Parse(both[36..]))),
    ];

    /// <summary>How many sources what is on the tray comes from.</summary>
    public async Task<long> CountSourcesAsync(CancellationToken cancellationToken) => (long)(await RowsAsync("SELECT count(DISTINCT source) FROM offering", cancellationToken)).Single();

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
