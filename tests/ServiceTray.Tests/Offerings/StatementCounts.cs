using Microsoft.Extensions.DependencyInjection;
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
        await using var tray = await TrayApp.StartAsync("none");
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

        await SameAsync(tray, first => tray.QueryAsync(Asked, new { first }));
        await SameAsync(tray, first => tray.GetAsync($"/api/v1/offerings?order=NAME&first={first}"));
        await SameAsync(tray, first => tray.GetAsync($"/oruk/services?per_page={first}"));
        await SameAsync(tray, first => tray.GetAsync($"/oruk/service_at_locations?per_page={first}"));
        await SameAsync(tray, first => tray.GetAsync($"/oruk/organizations?per_page={first}"));
        foreach (var feed in new[] { "ics", "rss", "geojson", "csv", "ndjson" })
        {
            Assert.InRange(await CountAsync(tray, () => tray.GetAsync($"/api/v1/offerings.{feed}")), 1, 3);
        }

        Assert.InRange(await CountAsync(tray, () => tray.Client.GetAsync("/kalenteri?view=MONTH")), 1, 3);
        Assert.InRange(await CountAsync(tray, () => tray.Client.GetAsync("/haku")), 1, 3);
    }

    private static async Task SameAsync<T>(TrayApp tray, Func<int, Task<T>> ask)
    {
        await ask(5);
        var few = await CountAsync(tray, () => ask(5));
        Assert.Equal((few, few > 0), (await CountAsync(tray, () => ask(50)), true));
    }

    private static async Task<int> CountAsync<T>(TrayApp tray, Func<Task<T>> ask)
    {
        tray.Services.GetRequiredService<OfferingReader>().Clear();
        var before = Statements(tray);
        await ask();
        return Statements(tray) - before;
    }

    // The index follows the changes twice a second beside us; what it asks is not of the page.
    private static int Statements(TrayApp tray) => tray.Log.Lines.Count(line =>
        line.Contains("Executed DbCommand", StringComparison.Ordinal)
        && (line.Contains("FROM \"offering\"", StringComparison.Ordinal) || line.Contains("FROM \"organisation\"", StringComparison.Ordinal) || line.Contains("FROM \"place\"", StringComparison.Ordinal)));
}
