using System.Text.Json;
using System.Xml.Linq;
using ServiceTray.Languages;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>What pages tell machines: a block of schema.org that parses, and a list of all pages.</summary>
[Collection(SmallTray.Name)]
public sealed class DataBlocks(SmallTray small)
{
    private static readonly XNamespace SiteMap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Stand_on_every_page_of_the_site_map_and_are_of_a_known_type()
    {
        var map = XDocument.Parse(await small.App.Client.GetStringAsync("/sitemap.xml"));
        var pages = map.Descendants(SiteMap + "loc").Select(loc => new Uri(loc.Value).PathAndQuery).ToList();
        Assert.Contains("/haku", pages);
        var types = new List<string>();
        foreach (var path in pages.Where(path => path.Contains("/tarjonta/", StringComparison.Ordinal) || path.Contains("/organisaatiot/", StringComparison.Ordinal)))
        {
            var page = await PageVisit.GetAsync(small.App, path);
            Assert.Equal(200, page.Status);
            var block = Assert.Single(page.All("script[type='application/ld+json']"));
            var told = JsonElement.Parse(block);
            Assert.Equal("https://schema.org", told.GetProperty("@context").GetString());
            Assert.Equal(page.Document.QuerySelector("h1")!.TextContent, told.GetProperty("name").GetString());
            types.Add(told.GetProperty("@type").GetString()!);
        }

        Assert.Equal(["Event", "Organization", "Service"], types.Distinct().Order());
        Assert.Equal(pages.Count(path => path.Contains("/tarjonta/", StringComparison.Ordinal)), (await small.App.GetAsync("/api/v1/offerings")).Total);
    }

    [Fact]
    public async Task Tell_an_event_with_its_schedule_and_place()
    {
        var page = await PageVisit.GetAsync(small.App, $"{SmallTray.OfferingPath("konsertti")}?lang=sv");
        var told = JsonElement.Parse(Assert.Single(page.All("script[type='application/ld+json']")));
        Assert.Equal("2026-11-24T17:00:00+02:00", told.GetProperty("startDate").GetString());
        Assert.Equal("https://schema.org/EventScheduled", told.GetProperty("eventStatus").GetString());
        Assert.Equal("P1W", told.GetProperty("eventSchedule").GetProperty("repeatFrequency").GetString());
        Assert.Equal("Place", told.GetProperty("location")[0].GetProperty("@type").GetString());
        Assert.True(told.GetProperty("isAccessibleForFree").GetBoolean());
    }

    [Fact]
    public async Task Cannot_be_broken_out_of()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var hostile = OwnOfferings.Activity("a");
        hostile.Name = LocalizedText.Of("</script><script>alert(1)</script>");
        await tray.PutAsync([hostile]);
        var page = await PageVisit.GetAsync(tray, $"/tarjonta/{hostile.Id}");
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.Equal("</script><script>alert(1)</script>", JsonElement.Parse(Assert.Single(page.All("script[type='application/ld+json']"))).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Tell_of_an_approximate_place_neither_street_nor_point()
    {
        var page = await PageVisit.GetAsync(small.App, SmallTray.OfferingPath("vertaisryhma"));
        var place = JsonElement.Parse(Assert.Single(page.All("script[type='application/ld+json']"))).GetProperty("areaServed")[0];
        Assert.False(place.TryGetProperty("geo", out _));
        Assert.DoesNotContain("62.9", place.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_left_to_robots_but_not_what_people_searched() =>
        Assert.Contains("Disallow: /haku?", await small.App.Client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
}
