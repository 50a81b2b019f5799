using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Data;

public sealed class SchemaTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tray-schema-").FullName;

    [Fact]
    public async Task Model_and_numbered_sql_hold_the_same_columns()
    {
        var database = await UpgradedAsync();
        await using var context = new TrayContext(
            new DbContextOptionsBuilder<TrayContext>().UseSqlite(database.ConnectionString).Options, new FixedClock(TrayApp.Now));
        var model = context.Model.GetRelationalModel().Tables
            .SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {(column.IsNullable ? "null" : "not null")}"))
            .Order(StringComparer.Ordinal);
        var tables = context.Model.GetRelationalModel().Tables.Select(table => table.Name).ToHashSet();
        Assert.Equal((await ColumnsAsync(database)).Where(column => tables.Contains(column.Split('.')[0])), model);
    }

    [Fact]
    public async Task Upgrading_twice_changes_nothing()
    {
        var database = await UpgradedAsync();
        var before = await ColumnsAsync(database);
        await new SchemaUpgrade(database, NullLogger<SchemaUpgrade>.Instance).RunAsync(CancellationToken.None);
        Assert.Equal(before, await ColumnsAsync(database));
    }

    [Fact]
    public async Task Upgrading_keeps_every_row_and_only_adds_numbers()
    {
        var database = await UpgradedAsync();
        await RunAsync(database, "INSERT INTO seed_file VALUES ('h', 'n', 1)");
        await RunAsync(database, "INSERT INTO schema_version VALUES (9999)");
        await new SchemaUpgrade(database, NullLogger<SchemaUpgrade>.Instance).RunAsync(CancellationToken.None);
        Assert.Equal(1L, await RunAsync(database, "SELECT count(*) FROM seed_file"));
        Assert.Equal(9999L, await RunAsync(database, "SELECT max(number) FROM schema_version"));
    }

    [Fact]
    public async Task A_number_whose_sql_fails_is_not_counted_as_done_and_is_tried_again()
    {
        var database = new TrayDatabase(folder);
        await RunAsync(database, "CREATE TABLE import_run (id TEXT)");
        await Assert.ThrowsAsync<IOException>(UpgradedAsync);
        Assert.Equal(0L, await RunAsync(database, "SELECT count(*) FROM schema_version"));
        Assert.Equal(0L, await RunAsync(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'offering'"));
        await RunAsync(database, "DROP TABLE import_run");
        await UpgradedAsync();
        Assert.Equal(1L, await RunAsync(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'offering'"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<TrayDatabase> UpgradedAsync()
    {
        var database = new TrayDatabase(folder);
        await new SchemaUpgrade(database, NullLogger<SchemaUpgrade>.Instance).RunAsync(CancellationToken.None);
        return database;
    }

    private static async Task<object?> RunAsync(TrayDatabase database, string sql)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private static async Task<List<string>> ColumnsAsync(TrayDatabase database)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.name || '.' || c.name || CASE WHEN c."notnull" = 1 THEN ' not null' ELSE ' null' END
            FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'
            """;
        var columns = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0));
        }

        columns.Sort(StringComparer.Ordinal);
        return columns;
    }
}
