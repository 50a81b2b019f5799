using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A facet counts what its value would find if it stood alone in its own filter, all others kept.</summary>
[Collection(FullTray.Name)]
public sealed class Facets(FullTray full)
{
    [Theory]
    [InlineData("")]
    [InlineData("theme=MOVEMENT")]
    [InlineData("theme=MOVEMENT&theme=NATURE&mode=IN_PERSON")]
    [InlineData("kind=EVENT&audience=OLDER_PEOPLE")]
    [InlineData("municipality=297&access=DROP_IN&free=true")]
    [InlineData("place=Kuopio&radiusKm=30&language=fi")]
    [InlineData("text=ryhm%C3%A4&lowThreshold=true")]
    public async Task Count_as_if_their_own_filter_were_not_set(string asked)
    {
        var facets = (await full.App.GetAsync($"/api/v1/offerings?first=0&{asked}")).Body.GetProperty("facets");
        foreach (var (facet, parameter) in new[] { ("themes", "theme"), ("kinds", "kind"), ("municipalities", "municipality"), ("audiences", "audience"), ("modes", "mode"), ("access", "access"), ("languages", "language") })
        {
            var others = string.Join('&', asked.Split('&').Where(one => !one.StartsWith($"{parameter}=", StringComparison.Ordinal)));
            foreach (var counted in facets.GetProperty(facet).EnumerateArray())
            {
                var value = counted.GetProperty("value");
                var word = value.ValueKind == JsonValueKind.Object ? value.GetProperty("code").GetString() : value.GetString();
                var alone = await full.App.GetAsync($"/api/v1/offerings?first=0&{others}&{parameter}={word}");
                Assert.True(alone.Total == counted.GetProperty("count").GetInt32(), $"{facet} {word} of {asked}: {counted} is not {alone.Total}");
            }
        }
    }

    [Theory]
    [InlineData("free", "free=true", "theme=MOVEMENT")]
    [InlineData("lowThreshold", "lowThreshold=true", "municipality=297")]
    public async Task Yes_counts_are_those_of_the_filter(string facet, string alone, string others)
    {
        var count = (await full.App.GetAsync($"/api/v1/offerings?first=0&{others}")).Body.GetProperty("facets").GetProperty(facet).GetInt32();
        Assert.True(count > 0);
        Assert.Equal(count, (await full.App.GetAsync($"/api/v1/offerings?first=0&{others}&{alone}")).Total);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Are_as_many_municipalities_as_were_asked_the_fullest_first(int first)
    {
        var facets = (await full.App.QueryAsync($"{{ search(first: 0) {{ facets {{ all: municipalities(first: 400) {{ count }} some: municipalities(first: {first}) {{ count }} }} }} }}")).GetProperty("search").GetProperty("facets");
        Assert.Equal(Counts("all").Take(first), Counts("some"));
        Assert.True(Counts("all").Count > 2);

        List<int> Counts(string name) => [.. facets.GetProperty(name).EnumerateArray().Select(each => each.GetProperty("count").GetInt32())];
    }

    [Fact]
    public async Task Of_one_theme_asked_the_others_are_still_counted()
    {
        var facets = (await full.App.GetAsync("/api/v1/offerings?first=0&theme=MIND")).Body.GetProperty("facets");
        Assert.Equal(8, facets.GetProperty("themes").GetArrayLength());
    }

    [Fact]
    public async Task Are_the_same_over_GraphQL()
    {
        var rest = (await full.App.GetAsync("/api/v1/offerings?first=0&theme=CULTURE&kind=EVENT")).Body.GetProperty("facets").GetProperty("municipalities");
        var data = await full.App.QueryAsync("""
            { search(filter: {themes: [CULTURE], kinds: [EVENT]}, first: 0) { facets { municipalities(first: 400) { region { code } count } } } }
            """);
        var graphql = data.GetProperty("search").GetProperty("facets").GetProperty("municipalities");
        Assert.Equal(
            rest.EnumerateArray().Select(counted => (counted.GetProperty("value").GetProperty("code").GetString(), counted.GetProperty("count").GetInt32())),
            graphql.EnumerateArray().Select(counted => (counted.GetProperty("region").GetProperty("code").GetString(), counted.GetProperty("count").GetInt32())));
    }
}
