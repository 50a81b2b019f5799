using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace ServiceTray.Data;

/// <summary>Brings a database to the newest schema by numbered SQL, forward only, each number in a transaction of its own.</summary>
internal sealed class SchemaUpgrade(TrayDatabase database, ILogger<SchemaUpgrade> logger)
{
    private const string Folder = "ServiceTray.Data.Schema.Sqlite.";

    /// <exception cref="IOException">The database cannot be opened or written.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await UpgradeAsync(cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, null, "PRAGMA journal_mode = WAL", cancellationToken);
        await ExecuteAsync(connection, null, "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL PRIMARY KEY)", cancellationToken);
        foreach (var (number, sql) in Steps())
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            await using var known = connection.CreateCommand();
            known.Transaction = transaction;
            known.CommandText = "SELECT count(*) FROM schema_version WHERE number = $number";
            known.Parameters.AddWithValue("$number", number);
            if ((long)(await known.ExecuteScalarAsync(cancellationToken))! > 0)
            {
                continue;
            }

            await ExecuteAsync(connection, transaction, sql, cancellationToken);
            await ExecuteAsync(connection, transaction, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version VALUES ({number})"), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            logger.LogInformation("Database schema {Number} is in place", number);
        }
    }

    private static IEnumerable<(int Number, string Sql)> Steps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, SqliteTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text is our own numbered SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
