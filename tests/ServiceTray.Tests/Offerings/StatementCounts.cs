using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A page of fifty offerings costs as many statements as one of five, on every edge.</summary>
public sealed class StatementCounts
{
    private const string Asked = """
        query($first: Int!) { search(order: NAME, first: $first) { nodes { id name { value } organisation { name { value } } places { name { value } municipality { code } } occurrences(first: 3) { startsAt status } } } }
        """;

    [Fact]
    public async Task Do_not_grow_with_the_page()
    {
        var sql = new AskedSql();
        await using var tray = await TrayApp.StartAsync("none", builder => builder.Services.ConfigureDbContext<TrayContext>(options => options.AddInterceptors(sql)));
        var places = Enumerable.Range(0, 60).Select(i => new Place { Id = Source.IdOf("test", $"place {i}"), Name = LocalizedText.Of($"Paikka {i}"), Municipality = "297" }).ToArray();
        await tray.PutAsync(
            [
                .. places.Select((place, i) =>
                {
                    Offering offering = i % 2 == 0 ? OwnOfferings.Event($"{i:00}", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0))) : OwnOfferings.Activity($"{i:00}");
                    offering.PlaceIds = [place.Id];
                    return offering;
                }),
            ],
            places);

        await SameAsync(tray, sql, first => tray.QueryAsync(Asked, new { first }));
        await SameAsync(tray, sql, first => tray.GetAsync($"/api/v1/offerings?order=NAME&first={first}"));
        await SameAsync(tray, sql, first => tray.GetAsync($"/oruk/services?per_page={first}"));
        await SameAsync(tray, sql, first => tray.GetAsync($"/oruk/service_at_locations?per_page={first}"));
        await SameAsync(tray, sql, first => tray.GetAsync($"/oruk/organizations?per_page={first}"));
        await SameAsync(tray, sql, first => tray.GetAsync($"/ogc/collections/offerings/items?limit={first}"));
        foreach (var path in new[] { "/sitemap.xml", "/oruk/services?format=ndjson", $"/api/v1/organisations/{OwnOfferings.Organiser}.ics", $"/api/v1/organisations/{OwnOfferings.Organiser}.rss", $"/organisaatiot/{OwnOfferings.Organiser}" })
        {
            Assert.InRange(await CountAsync(tray, sql, () => tray.Client.GetAsync(path)), 1, 4);
        }

        // What of the changed is there (three kinds), and then the records with their organisations and places.
        Assert.InRange(await CountAsync(tray, sql, () => tray.GetAsync("/api/v1/changes?records=true&first=1000")), 1, 6);
        foreach (var feed in new[] { "ics", "rss", "geojson", "csv", "ndjson" })
        {
            Assert.InRange(await CountAsync(tray, sql, () => tray.GetAsync($"/api/v1/offerings.{feed}")), 1, 3);
        }

        Assert.InRange(await CountAsync(tray, sql, () => tray.Client.GetAsync("/kalenteri?view=MONTH")), 1, 3);
        Assert.InRange(await CountAsync(tray, sql, () => tray.Client.GetAsync("/haku")), 1, 3);
    }

    private static async Task SameAsync<T>(TrayApp tray, AskedSql sql, Func<int, Task<T>> ask)
    {
        await ask(5);
        var few = await CountAsync(tray, sql, () => ask(5));
        Assert.Equal((few, few > 0), (await CountAsync(tray, sql, () => ask(50)), true));
    }

    private static async Task<int> CountAsync<T>(TrayApp tray, AskedSql sql, Func<Task<T>> ask)
    {
        tray.Services.GetRequiredService<OfferingReader>().Clear();
        sql.Statements.Clear();
        await ask();
        return sql.Statements.Count(IsOfPage);
    }

    // The index follows the changes twice a second beside us; what it asks is not of the page.
    private static bool IsOfPage(string statement) =>
        statement.Contains("FROM \"offering\"", StringComparison.Ordinal) || statement.Contains("FROM \"organisation\"", StringComparison.Ordinal) || statement.Contains("FROM \"place\"", StringComparison.Ordinal);

    private sealed class AskedSql : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Statements { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements.Enqueue(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
