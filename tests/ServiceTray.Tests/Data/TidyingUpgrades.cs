using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceTray.Data;
using Xunit;

namespace ServiceTray.Tests.Data;

/// <summary>What an older tray had kept too long goes when it is upgraded, and nothing else does.</summary>
public sealed class TidyingUpgrades : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tray-tidy-").FullName;

    [Fact]
    public async Task Where_applicants_are_reached_stays_only_of_those_who_wait()
    {
        var after = await UpgradedAsync(
            77,
            """
            INSERT INTO account (id, display_name, failed_tries, created_at, closed_at) VALUES ('here', '', 0, 1, NULL), ('gone', '', 0, 1, 2);
            INSERT INTO sign_up (id, account_id, name, kind, contact, at, state) VALUES
              ('1', 'here', 'Kerho', 'Association', 'odottaa', 1, 'Waiting'), ('2', 'here', 'Kerho', 'Association', 'hyväksytty', 1, 'Verified'),
              ('3', 'here', 'Kerho', 'Association', 'hylätty', 1, 'Refused'), ('4', 'gone', 'Kerho', 'Association', 'lähti', 1, 'Waiting');
            """,
            "SELECT id || contact FROM sign_up ORDER BY id");
        Assert.Equal(["1odottaa", "2", "3"], after);
    }

    [Theory]
    [InlineData("machine_client", "token_hash", "scopes, made_at, ends_at, name", "'[]', 1, 9, ''", "revoked_at IS NULL")]
    [InlineData("invitation", "code_hash", "made_at, ends_at", "1, 9", "used_at IS NULL")]
    public async Task What_was_given_by_who_may_give_it_no_more_ends(string table, string hash, string columns, string values, string isOpen)
    {
        var rows = new (string Key, string By, string Role, string? Organisation, string? County)[]
        {
            ("a publisher's", "publisher", "Professional", "o1", null), ("a publisher's elsewhere", "publisher", "Professional", "o2", null), ("a publisher's auditor", "publisher", "Auditor", null, null),
            ("a county's", "county", "Coordinator", null, "PS"), ("a county's elsewhere", "county", "Coordinator", null, "ES"), ("a county's publisher", "county", "Publisher", "o1", null),
            ("an administrator's", "administrator", "Auditor", null, null), ("nobody's any more", "former", "Professional", "o1", null),
        };
        var after = await UpgradedAsync(
            79,
            $"""
            INSERT INTO account (id, display_name, failed_tries, created_at) VALUES ('publisher', '', 0, 1), ('county', '', 0, 1), ('administrator', '', 0, 1), ('former', '', 0, 1);
            INSERT INTO account_grant (id, account_id, role, organisation_id, county, given_at, is_claimed) VALUES
              ('1', 'publisher', 'Publisher', 'o1', NULL, 1, 0), ('2', 'county', 'CountyAdministrator', NULL, 'PS', 1, 0), ('3', 'administrator', 'Administrator', NULL, NULL, 1, 0), ('4', 'former', 'Editor', 'o1', NULL, 1, 0);
            {string.Concat(rows.Select(row => $"INSERT INTO {table} (id, {hash}, made_by, role, organisation_id, county, {columns}) VALUES ({Word(row.Key)}, {Word(row.Key)}, {Word(row.By)}, {Word(row.Role)}, {Word(row.Organisation)}, {Word(row.County)}, {values});"))}
            """,
            $"SELECT id FROM {table} WHERE {isOpen} ORDER BY id");
        Assert.Equal(["a county's", "a publisher's", "an administrator's"], after);

        static string Word(string? word) => word is null ? "NULL" : $"'{word.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    // As a tray that had all but this number, with these rows.
    private async Task<List<string>> UpgradedAsync(int number, string rows, string asked)
    {
        var database = new TrayDatabase(folder);
        var upgrade = new SchemaUpgrade(database, NullLogger<SchemaUpgrade>.Instance);
        await upgrade.RunAsync(CancellationToken.None);
        await AskAsync(database, $"PRAGMA foreign_keys = OFF; DELETE FROM schema_version WHERE number = {number}; {rows}");
        await upgrade.RunAsync(CancellationToken.None);
        return await AskAsync(database, asked);
    }

    private static async Task<List<string>> AskAsync(TrayDatabase database, string sql)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
