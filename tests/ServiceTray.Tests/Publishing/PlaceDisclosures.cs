using System.Globalization;
using System.Text.RegularExpressions;
using ServiceTray.Accounts;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>How much of a place its publisher lets be told is all that any edge tells, and all that is kept of it beside the draft.</summary>
public sealed partial class PlaceDisclosures(SmallTray small) : IClassFixture<SmallTray>
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly Coordinates True = new(62.89513, 27.64871);

    private readonly TrayApp tray = small.App;

    /// <summary>Every edge that tells of one offering, or of all, in a form of its own.</summary>
    private static readonly string[] Edges =
    [
        "/api/v1/offerings/{id}", "/api/v1/offerings?first=100", "/api/v1/offerings.geojson", "/api/v1/offerings.ics", "/api/v1/offerings.csv", "/api/v1/offerings.ndjson", "/api/v1/offerings.rss",
        "/api/v1/changes.ndjson", "/ogc/collections/offerings/items/{id}", "/oruk/services/{id}", "/hsds/services/{id}", "/oruk/service_at_locations?per_page=100", "/tarjonta/{id}", "/tarjonta/{id}?lang=sv", "/haku?text=salapaikka",
        "/kalenteri",
    ];

    [Theory]
    [InlineData("WHOLE", true, true)]
    [InlineData("NEIGHBOURHOOD", false, true)]
    [InlineData("MUNICIPALITY", false, false)]
    public async Task Are_kept_on_every_edge(string shown, bool tellsStreet, bool tellsName)
    {
        var id = await PublishAsync(shown);
        var (street, name) = (false, false);
        foreach (var edge in Edges)
        {
            using var answer = await tray.Client.GetAsync(edge.Replace("{id}", $"{id}", StringComparison.Ordinal));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{edge} {answer.StatusCode}");
            street |= text.Contains($"Kätköpolku {shown.Length}", StringComparison.Ordinal);
            name |= text.Contains($"Kätkötalo {shown}", StringComparison.Ordinal);
            if (!tellsStreet)
            {
                Assert.False(text.Contains($"Kätköpolku {shown.Length}", StringComparison.Ordinal), $"{edge} tells the street.");
                Assert.True(edge.Contains('?', StringComparison.Ordinal) || !edge.Contains("{id}", StringComparison.Ordinal) || Points(text).All(point => point.MetresTo(True) > 90), $"{edge} tells the point.");
            }

            if (!tellsName)
            {
                Assert.False(text.Contains($"Kätkötalo {shown}", StringComparison.Ordinal), $"{edge} tells the name.");
                Assert.True(!edge.Contains("{id}", StringComparison.Ordinal) || !text.Contains("70600", StringComparison.Ordinal), $"{edge} tells the postal code.");
            }
        }

        Assert.Equal((tellsStreet, tellsName), (street, name));
        var told = (await tray.QueryAsync($$"""{ offering(id: "{{id}}") { places { name { value } streetAddress { value } postalCode approximate disclosure municipality { code } coordinates { latitude longitude } } } }""")).GetProperty("offering").GetProperty("places")[0];
        Assert.Equal((shown, !tellsStreet, "297"), (told.GetProperty("disclosure").GetString(), told.GetProperty("approximate").GetBoolean(), told.GetProperty("municipality").GetProperty("code").GetString()));
        Assert.Equal((tellsName, tellsStreet, tellsName), (told.GetProperty("name").ValueKind != System.Text.Json.JsonValueKind.Null, told.GetProperty("streetAddress").ValueKind != System.Text.Json.JsonValueKind.Null, told.GetProperty("coordinates").ValueKind != System.Text.Json.JsonValueKind.Null));
    }

    [Fact]
    public async Task Are_kept_by_distances_and_boxes_and_what_is_secret_is_found_by_its_municipality()
    {
        var (near, secret) = (await PublishAsync("NEIGHBOURHOOD"), await PublishAsync("MUNICIPALITY"));
        var items = (await tray.GetAsync(FormattableString.Invariant($"/api/v1/offerings?first=100&lat={True.Latitude}&lon={True.Longitude}&radiusKm=5"))).Body.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("id").GetGuid());
        Assert.InRange(items[near].GetProperty("distanceKm").GetDouble() * 1000, True.MetresTo(True.Snapped()) * 0.99, True.MetresTo(True.Snapped()) * 1.01);

        // In reach in all of its municipality, and as far from everywhere in it.
        Assert.False(items[secret].TryGetProperty("distanceKm", out var far) && far.ValueKind != System.Text.Json.JsonValueKind.Null);
        Assert.Contains($"{secret}", (await tray.GetAsync("/api/v1/offerings?first=100&municipality=297")).Ids);
        Assert.Contains($"{near}", (await tray.GetAsync("/api/v1/offerings?first=100&bbox=27,62.5,28.5,63.5")).Ids);
        Assert.DoesNotContain($"{secret}", (await tray.GetAsync("/api/v1/offerings?first=100&bbox=27,62.5,28.5,63.5")).Ids);
    }

    [Fact]
    public async Task Its_writer_goes_on_seeing_what_she_wrote_and_can_tell_more_again()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = $"/oma/tarjonta/{await PublishAsync("MUNICIPALITY")}";
        var form = await Web.PageVisit.ReadAsync(await publisher.Client.GetAsync(page));
        Assert.Equal("Kätköpolku 12", form.Document.QuerySelector("#street")!.GetAttribute("value"));
        Assert.Equal("MUNICIPALITY", form.Document.QuerySelector("input[name=placeShown][checked]")!.GetAttribute("value"));
    }

    private async Task<Guid> PublishAsync(string shown)
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var made = await publisher.SendAsync($"/oma/tarjonta/uusi/{Walkers}", $"/oma/tarjonta/uusi/{Walkers}",
            ("name", $"Salapaikka {shown}"), ("summary", "Tavataan."), ("theme", "COMMUNITY"), ("kind", "EVENT"), ("day", "2026-11-24"), ("weeks", "2"), ("from", "13:00"), ("to", "14:30"),
            ("placeName", $"Kätkötalo {shown}"), ("street", $"Kätköpolku {shown.Length}"), ("area", "62.89513, 27.64871"), ("placeShown", shown));
        var page = made.Headers.Location!.OriginalString;
        Assert.Equal(302, (int)(await publisher.SendAsync(page, $"{page}/julkaise")).StatusCode);
        var id = Guid.Parse(page.Split('/')[^1]);
        await tray.PutAsync([]);
        return id;
    }

    /// <summary>Pairs of numbers that could be the point, in either order.</summary>
    private static IEnumerable<Coordinates> Points(string text) =>
        from north in North().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).Distinct()
        from east in East().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).Distinct()
        select new Coordinates(north, east);

    [GeneratedRegex(@"\b62\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex North();

    [GeneratedRegex(@"\b27\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex East();
}
