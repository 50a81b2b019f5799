using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>How often the database is asked for one nested answer.</summary>
public sealed class SqlOfAnswers
{
    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public async Task Is_one_statement_a_level_however_many_there_are(int first)
    {
        var sql = new AskedSql();
        await using var tray = await TrayApp.StartAsync("all", builder => builder.Services.ConfigureDbContext<TrayContext>(options => options.AddInterceptors(sql)));

        // What the tray read at its start is kept; here everything is read for the first time.
        tray.Services.GetRequiredService<RowShelf<Offering>>().Clear();
        tray.Services.GetRequiredService<RowShelf<Organisation>>().Clear();
        tray.Services.GetRequiredService<RowShelf<Place>>().Clear();
        sql.Statements.Clear();

        var data = await tray.QueryAsync($$"""
            { search(first: {{first}}) { edges { node { id name { value } organisation { id name { value } } places { name { value } } } } } }
            """);

        Assert.Equal(first, data.GetProperty("search").GetProperty("edges").GetArrayLength());

        // The index is asked for the page; then come the offerings, their organisations and their places. The clocks of other rooms ask of other tables beside that.
        Assert.Equal(["offering", "organisation", "place"], sql.Statements.Select(TableOf).Where(table => table is "offering" or "organisation" or "place").Order());
    }

    private static string TableOf(string statement) => statement.Split("FROM \"")[1].Split('"')[0];

    private sealed class AskedSql : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Statements { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements.Enqueue(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Statements.Enqueue(command.CommandText);
            return base.ReaderExecuting(command, eventData, result);
        }
    }
}
