using System.Globalization;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>Whoever asks from many points where an approximate place is learns the cell of the grid that it lies in, and nothing finer.</summary>
public sealed class Triangulation : IAsyncLifetime
{
    private static readonly Coordinates Secret = new(62.8951, 27.6487);
    private static readonly Coordinates Other = new(62.8826, 27.6791);
    private static readonly Coordinates Shown = Secret.Snapped();

    private readonly Activity secret = Of("secret", "Salainen");
    private readonly Activity other = Of("other", "Toinen");
    private readonly Activity marker = Of("marker", "Merkki");

    private TrayApp tray = null!;

    public async Task InitializeAsync()
    {
        Assert.Equal(Shown, Other.Snapped());
        tray = await TrayApp.StartAsync("none");
        await tray.PutAsync([secret, other, marker], At(secret, Secret, true), At(other, Other, true), At(marker, new Coordinates(62.93, 27.70), false));
    }

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [Fact]
    public async Task Boxes_that_narrow_end_at_the_middle_of_the_cell()
    {
        var west = await EdgeAsync(27, 28, at => $"bbox={N(at)},62,28,63.5");
        var east = await EdgeAsync(28, 27, at => $"bbox=27,62,{N(at)},63.5");
        var south = await EdgeAsync(62, 63.5, at => $"bbox=27,{N(at)},28,63.5");
        var north = await EdgeAsync(63.5, 62, at => $"bbox=27,62,28,{N(at)}");
        foreach (var (found, truth) in new[] { (west, Shown.Longitude), (east, Shown.Longitude), (south, Shown.Latitude), (north, Shown.Latitude) })
        {
            Assert.Equal(truth, found, 6);
        }
    }

    [Fact]
    public async Task Circles_from_many_points_cross_at_the_middle_of_the_cell()
    {
        var random = new Random(7);
        for (var i = 0; i < 12; i++)
        {
            var from = new Coordinates(62.6 + (random.NextDouble() * 0.6), 27.2 + (random.NextDouble() * 0.9));
            var radius = await EdgeAsync(100, 0.001, km => $"lat={N(from.Latitude)}&lon={N(from.Longitude)}&radiusKm={N(km)}");
            Assert.InRange(radius * 1000, (from.MetresTo(Shown) * 0.99) - 1, (from.MetresTo(Shown) * 1.01) + 1);

            // The same from both, whatever lies between them.
            var told = (await tray.GetAsync($"/api/v1/offerings?lat={N(from.Latitude)}&lon={N(from.Longitude)}&radiusKm=200")).Body.GetProperty("items").EnumerateArray()
                .ToDictionary(item => item.GetProperty("id").GetGuid(), item => item.GetProperty("distanceKm").GetDouble());
            Assert.Equal(told[secret.Id], told[other.Id]);
            Assert.Equal(radius, told[secret.Id], 3);
        }
    }

    [Fact]
    public async Task Areas_and_orders_tell_two_of_one_cell_apart_by_nothing()
    {
        var random = new Random(8);
        for (var i = 0; i < 60; i++)
        {
            // A thin triangle from a point near the cell, in some direction: most cut the cell between the two.
            var (angle, north, east) = (random.NextDouble() * 2 * Math.PI, 62.87 + (random.NextDouble() * 0.05), 27.63 + (random.NextDouble() * 0.06));
            string Corner(double turn, double far) => $"{N(east + (far * Math.Cos(angle + turn)))} {N(north + (far * Math.Sin(angle + turn) / 2))}";
            var ids = (await tray.GetAsync($"/api/v1/offerings?order=NAME&polygon={Corner(0, 0)},{Corner(-0.4, 0.2)},{Corner(0.4, 0.2)}")).Ids;
            Assert.Equal(ids.Contains($"{secret.Id}"), ids.Contains($"{other.Id}"));

            // Nearer than the marker is the one exactly when the other is.
            var order = (await tray.GetAsync($"/api/v1/offerings?order=NEAREST&radiusKm=300&lat={N(north)}&lon={N(east)}")).Ids.ToList();
            Assert.Equal(1, Math.Abs(order.IndexOf($"{secret.Id}") - order.IndexOf($"{other.Id}")));
        }
    }

    [Fact]
    public async Task No_feed_holds_more_than_the_middle_of_the_cell()
    {
        foreach (var path in new[] { "offerings.ics", "offerings.rss", "offerings.geojson", "offerings.csv", "offerings.ndjson" }.Select(feed => $"/api/v1/{feed}")
                     .Concat(["/ogc/collections/offerings/items", "/oruk/service_at_locations", $"/tarjonta/{secret.Id}", $"/hsds/services/{secret.Id}", "/api/v1/changes?records=true", "/haku"]))
        {
            var text = await tray.Client.GetStringAsync(path);
            Assert.DoesNotContain("62.895", text, StringComparison.Ordinal);
            Assert.DoesNotContain("27.648", text, StringComparison.Ordinal);
        }
    }

    private async Task<double> EdgeAsync(double holds, double fails, Func<double, string> asked)
    {
        for (var i = 0; i < 40; i++)
        {
            var middle = (holds + fails) / 2;
            var found = (await tray.GetAsync($"/api/v1/offerings?order=NAME&{asked(middle)}")).Ids.Contains($"{secret.Id}");
            (holds, fails) = found ? (middle, fails) : (holds, middle);
        }

        return holds;
    }

    private static Activity Of(string key, string name)
    {
        var activity = OwnOfferings.Activity(key);
        activity.Name = LocalizedText.Of(name);
        activity.PlaceIds = [Source.IdOf("test", $"place of {key}")];
        return activity;
    }

    private static Place At(Activity activity, Coordinates at, bool approximate) => new() { Id = activity.PlaceIds[0], Municipality = "297", Coordinates = at, Approximate = approximate };

    private static string N(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
