using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A map's clusters hold what the search holds.</summary>
[Collection(FullTray.Name)]
public sealed class Clusters(FullTray full)
{
    [Theory]
    [InlineData("", 5)]
    [InlineData("", 8)]
    [InlineData("theme=MOVEMENT", 10)]
    [InlineData("kind=ACTIVITY&lowThreshold=true", 14)]
    [InlineData("bbox=27,62.8,28,63", 12)]
    [InlineData("place=iisalmessa", 11)]
    public async Task Count_what_a_search_within_each_of_them_finds(string asked, int zoom)
    {
        var clusters = (await full.App.GetAsync($"/api/v1/offerings/clusters?zoom={zoom}&{asked}")).Body.EnumerateArray().ToList();
        Assert.NotEmpty(clusters);
        foreach (var cluster in clusters.Where(_ => !asked.StartsWith("bbox", StringComparison.Ordinal)))
        {
            var box = cluster.GetProperty("box");
            var within = string.Join(',', new[] { "west", "south", "east", "north" }.Select(side => box.GetProperty(side).GetDouble().ToString("R", CultureInfo.InvariantCulture)));
            var (at, south, west) = (cluster.GetProperty("centre"), box.GetProperty("south").GetDouble(), box.GetProperty("west").GetDouble());
            Assert.InRange(at.GetProperty("latitude").GetDouble(), south, box.GetProperty("north").GetDouble());
            Assert.InRange(at.GetProperty("longitude").GetDouble(), west, box.GetProperty("east").GetDouble());
            Assert.Equal((await full.App.GetAsync($"/api/v1/offerings?first=0&{asked}&bbox={within}")).Total, cluster.GetProperty("count").GetInt32());
        }

        // Each offering stands in as many cells as its places do.
        var expected = (await AllAsync(asked)).SelectMany(item => item.GetProperty("places").EnumerateArray().Select(place => place.GetProperty("coordinates")).Where(at => at.ValueKind == JsonValueKind.Object)
            .Select(at => MapCells.Of(new Coordinates(at.GetProperty("latitude").GetDouble(), at.GetProperty("longitude").GetDouble()), MapCells.LevelOf(zoom))).Distinct()).Count();
        Assert.Equal(expected, clusters.Sum(cluster => cluster.GetProperty("count").GetInt32()));
        Assert.Equal(clusters.Select(cluster => cluster.GetProperty("count").GetInt32()).OrderDescending(), clusters.Select(cluster => cluster.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Are_the_same_on_every_edge()
    {
        var listed = (await full.App.GetAsync("/api/v1/offerings/clusters?zoom=9&theme=MIND")).Body;
        var posted = (await full.App.PostAsync("/api/v1/offerings/clusters?zoom=9", "{\"themes\":[\"MIND\"]}")).Body;
        using var form = new FormUrlEncodedContent([new("theme", "MIND"), new("zoom", "9")]);
        using var page = await full.App.Client.PostAsync("/haku/kartta", form);
        var graphql = (await full.App.QueryAsync("{ search(filter: { themes: [MIND] }, first: 1) { clusters(zoom: 9) { count centre { latitude longitude } box { south west north east } } } }")).GetProperty("search").GetProperty("clusters");
        Assert.Equal(listed.GetRawText(), posted.GetRawText());
        Assert.Equal(listed.GetRawText(), (await page.Content.ReadFromJsonAsync<JsonElement>()).GetRawText());
        Assert.Equal(listed.EnumerateArray().Select(Told), graphql.EnumerateArray().Select(Told));

        static (int, double) Told(JsonElement cluster) => (cluster.GetProperty("count").GetInt32(), cluster.GetProperty("box").GetProperty("south").GetDouble());
    }

    [Fact]
    public async Task Refuse_a_zoom_that_no_map_has()
    {
        foreach (var asked in new[] { "zoom=23", "zoom=-1", "zoom=near", "theme=MIND" })
        {
            var answer = await full.App.GetAsync($"/api/v1/offerings/clusters?{asked}");
            Assert.Equal((HttpStatusCode.BadRequest, "zoom"), (answer.Status, answer.Argument));
        }

        var errors = (await full.App.AskAsync("{ search { clusters(zoom: 30) { count } } }")).GetProperty("errors");
        Assert.Equal("FILTER_INVALID", errors[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>The cells are those of the web's map tiles: a spot's tile is known from elsewhere (Kuopio's market place at zoom 13).</summary>
    [Fact]
    public void Are_the_squares_of_map_tiles()
    {
        var kuopio = new Coordinates(62.8924, 27.6770);
        Assert.Equal("4725/2241", MapCells.Of(kuopio, 13));
        Assert.All(MapCells.Levels, level =>
        {
            var box = MapCells.BoxOf(MapCells.Of(kuopio, level), level);
            Assert.True(box.South <= kuopio.Latitude && kuopio.Latitude < box.North && box.West <= kuopio.Longitude && kuopio.Longitude < box.East);
        });
    }

    private async Task<List<JsonElement>> AllAsync(string asked)
    {
        var (all, after) = (new List<JsonElement>(), "");
        while (true)
        {
            var page = await full.App.GetAsync($"/api/v1/offerings?first=100&order=NAME&{asked}{after}");
            all.AddRange(page.Body.GetProperty("items").EnumerateArray());
            var info = page.Body.GetProperty("pageInfo");
            if (!info.GetProperty("hasNextPage").GetBoolean())
            {
                return all;
            }

            after = $"&after={info.GetProperty("endCursor").GetString()}";
        }
    }
}
