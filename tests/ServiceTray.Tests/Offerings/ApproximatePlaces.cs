using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>Where a place must not be told exactly, no edge and no distance tells it.</summary>
[Collection(SmallTray.Name)]
public sealed class ApproximatePlaces(SmallTray small)
{
    /// <summary>As the seed has it: a place that is only approximately told.</summary>
    private static readonly Coordinates True = new(62.9011, 27.6533);

    [Fact]
    public async Task The_exact_point_stands_in_no_answer()
    {
        var rest = await small.App.GetAsync("/api/v1/offerings?theme=MIND");
        var place = rest.Body.GetProperty("items")[0].GetProperty("places")[0];
        Assert.True(place.GetProperty("approximate").GetBoolean());
        Assert.DoesNotContain("62.9011", rest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("27.6533", rest.Text, StringComparison.Ordinal);

        var data = await small.App.QueryAsync("{ search(filter: {themes: [MIND]}) { nodes { places { approximate coordinates { latitude longitude } } } } }");
        var shown = data.GetProperty("search").GetProperty("nodes")[0].GetProperty("places")[0].GetProperty("coordinates");
        Assert.Equal(place.GetProperty("coordinates").GetProperty("latitude").GetDouble(), shown.GetProperty("latitude").GetDouble());
        Assert.Equal(place.GetProperty("coordinates").GetProperty("longitude").GetDouble(), shown.GetProperty("longitude").GetDouble());
        Assert.NotEqual(True.Latitude, shown.GetProperty("latitude").GetDouble());
        Assert.InRange(True.MetresTo(new Coordinates(shown.GetProperty("latitude").GetDouble(), shown.GetProperty("longitude").GetDouble())), 100, 2_000);
    }

    [Fact]
    public async Task Distances_are_measured_from_the_shown_point()
    {
        var answer = await small.App.GetAsync(FormattableString.Invariant($"/api/v1/offerings?theme=MIND&lat={True.Latitude}&lon={True.Longitude}"));
        var item = answer.Body.GetProperty("items")[0];
        var shown = item.GetProperty("places")[0].GetProperty("coordinates");
        var metres = True.MetresTo(new Coordinates(shown.GetProperty("latitude").GetDouble(), shown.GetProperty("longitude").GetDouble()));
        Assert.InRange(item.GetProperty("distanceKm").GetDouble() * 1000, metres * 0.99, metres * 1.01);
    }
}
