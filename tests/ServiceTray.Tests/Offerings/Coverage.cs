using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>In reach: what has a place only inside the radius, the rest for whom it is available.</summary>
[Collection(SmallTray.Name)]
public sealed class Coverage(SmallTray small)
{
    [Theory]
    [InlineData("Kuopio")]
    [InlineData("Helsinki")]
    [InlineData("Utsjoki")]
    [InlineData("Maarianhamina")]
    public async Task A_nationwide_telephone_line_is_in_reach_everywhere(string place) =>
        Assert.Contains("Juttulinja", (await small.App.GetAsync($"/api/v1/offerings?place={place}&radiusKm=1")).Names);

    [Fact]
    public async Task Abroad_only_what_is_for_everyone_is_in_reach() =>
        Assert.Equal(["Juttulinja"], (await small.App.GetAsync("/api/v1/offerings?lat=48.86&lon=2.35&radiusKm=500")).Names);

    [Theory]
    [InlineData(45.0, true)]
    [InlineData(44.0, false)]
    public async Task What_has_a_place_is_found_only_inside_the_radius(double radius, bool found)
    {
        // Leppävirta's library lies 44.8 km from the swimming hall of Kuopio.
        var answer = await small.App.GetAsync(FormattableString.Invariant($"/api/v1/offerings?lat=62.8924&lon=27.6779&radiusKm={radius}"));
        Assert.Equal(found, answer.Names.Contains("Kävelyryhmä"));
        Assert.Contains("Uimahalli", answer.Names);
    }

    [Fact]
    public async Task To_be_for_the_whole_county_does_not_bring_a_place_nearer()
    {
        // The peer group meets in Kuopio and is for all of North Savo, where Leppävirta is too.
        var answer = await small.App.GetAsync("/api/v1/offerings?place=Lepp%C3%A4virta&radiusKm=10");
        Assert.DoesNotContain("Vertaisryhmä eronneille", answer.Names);
        Assert.Contains("Kävelyryhmä", answer.Names);
    }

    [Fact]
    public async Task Only_what_has_a_place_has_a_distance_and_none_is_beyond_the_radius()
    {
        var answer = await small.App.GetAsync("/api/v1/offerings?place=Kuopio&radiusKm=60&order=NEAREST");
        var distances = answer.Body.GetProperty("items").EnumerateArray()
            .Select(item => item.TryGetProperty("distanceKm", out var far) ? far.GetDouble() : (double?)null).ToList();
        Assert.Null(distances[^1]);
        Assert.All(distances[..^1], far => Assert.InRange(far!.Value, 0, 60));
        Assert.Equal(distances[..^1].Order(), distances[..^1]);
    }

    [Fact]
    public async Task An_agreement_that_is_over_makes_no_guidance_point()
    {
        Assert.Equal(["Neuvontapiste"], (await small.App.GetAsync("/api/v1/offerings?guidancePoint=true")).Names);
        var old = (await small.App.GetAsync("/api/v1/offerings?text=entinen")).Body.GetProperty("items")[0];
        Assert.Equal("Entinen neuvontapiste", old.GetProperty("name").GetProperty("value").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, old.GetProperty("guidancePoint").ValueKind);
    }
}
