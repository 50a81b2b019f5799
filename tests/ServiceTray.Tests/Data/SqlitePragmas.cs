using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Data;

[Collection(SmallTray.Name)]
public sealed class SqlitePragmas(SmallTray small)
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    public async Task Are_set_on_the_connections_of_the_service(string pragma, string expected)
    {
        await using var context = await small.App.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        Assert.Equal(expected, $"{await command.ExecuteScalarAsync()}");
    }

    [Fact]
    public void A_locked_database_is_waited_for_five_seconds() =>
        Assert.Equal(5, new SqliteConnectionStringBuilder(small.App.Services.GetRequiredService<TrayDatabase>().ConnectionString).DefaultTimeout);
}
