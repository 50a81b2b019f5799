using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>OGC API Features: opened by GDAL, and the same as the search in all it finds.</summary>
[Collection(FullTray.Name)]
public sealed partial class OgcFeatures(FullTray full)
{
    private const string Items = "/ogc/collections/offerings/items";

    [SkippableTheory]
    [InlineData("", "")]
    [InlineData("bbox=27,62.8,28,63", "-spat 27 62.8 28 63")]
    public async Task GDAL_counts_the_same_features_as_the_search(string asked, string arguments)
    {
        var said = await RunAsync($"-ro -so {arguments} OAPIF:{new Uri(full.App.Client.BaseAddress!, "/ogc")} offerings");
        Skip.If(said is null, "GDAL is not installed (gdal-bin).");
        var count = FeatureCount().Match(said);
        Assert.True(count.Success, said);
        Assert.Equal($"{(await full.App.GetAsync($"/api/v1/offerings?first=0&{asked}")).Total}", count.Groups[1].Value);
        Assert.Contains("lowThreshold: Integer(Boolean)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_through_the_pages_meets_each_once()
    {
        var (met, pages, next) = (new List<string>(), 0, $"{Items}?limit=7");
        while (next is not null)
        {
            var page = (await full.App.GetAsync(next)).Body;
            met.AddRange(IdsOf(page));
            Assert.Equal(page.GetProperty("numberReturned").GetInt32(), page.GetProperty("features").GetArrayLength());
            next = page.GetProperty("links").EnumerateArray().Where(link => link.GetProperty("rel").GetString() == "next").Select(link => new Uri(link.GetProperty("href").GetString()!).PathAndQuery).SingleOrDefault();
            pages++;
        }

        var all = await AllAsync("");
        Assert.Equal(all, met.Order());
        Assert.Equal((all.Count + 6) / 7, pages);
    }

    [Theory]
    [InlineData("text=uimahalli")]
    [InlineData("kind=EVENT")]
    [InlineData("theme=MIND&theme=NUTRITION_AND_SLEEP")]
    [InlineData("place=iisalmessa")]
    [InlineData("lat=62.9&lon=27.68&radiusKm=5")]
    [InlineData("bbox=27,62.8,28,63")]
    [InlineData("polygon=27 62.8,28 62.8,28 63")]
    [InlineData("municipality=140&municipality=402")]
    [InlineData("county=PS&free=true")]
    [InlineData("weekday=TUESDAY&timeOfDay=EVENING")]
    [InlineData("audience=CARERS")]
    [InlineData("age=17&language=fi")]
    [InlineData("mode=PHONE&mode=ONLINE")]
    [InlineData("access=SELF_REFERRAL")]
    [InlineData("accessibility=WHEELCHAIR&accessibility=STEP_FREE")]
    [InlineData("lowThreshold=true&hasRoom=true")]
    [InlineData("guidancePoint=true")]
    [InlineData("acceptsReferrals=true")]
    public async Task Every_filter_finds_what_the_search_finds(string asked)
    {
        var page = (await full.App.GetAsync($"{Items}?limit=1000&{asked}")).Body;
        Assert.Equal(await AllAsync(asked), IdsOf(page).Order());
        Assert.Equal(IdsOf(page).Count(), page.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("2026-11-24T15:00:00Z/2026-11-25T00:00:00Z", "from=2026-11-24T15:00:00Z&to=2026-11-25T00:00:01Z")]
    [InlineData("2026-11-24T17:00:00%2B02:00/..", "from=2026-11-24T15:00:00Z")]
    [InlineData("../2026-11-25T00:00:00Z", "to=2026-11-25T00:00:01Z")]
    [InlineData("2026-11-24T15:30:00Z", "from=2026-11-24T15:30:00Z&to=2026-11-24T15:30:01Z")]
    public async Task A_time_is_asked_in_the_words_of_the_standard(string datetime, string asked)
    {
        var found = IdsOf((await full.App.GetAsync($"{Items}?limit=1000&datetime={datetime}")).Body).Order().ToList();
        Assert.NotEmpty(found);
        Assert.Equal(await AllAsync(asked), found);
    }

    [Fact]
    public async Task A_box_of_six_numbers_is_one_of_four()
    {
        var four = IdsOf((await full.App.GetAsync($"{Items}?limit=1000&bbox=27,62.8,28,63")).Body);
        Assert.Equal(four, IdsOf((await full.App.GetAsync($"{Items}?limit=1000&bbox=27,62.8,0,28,63,100")).Body));
    }

    [Theory]
    [InlineData("bbox=27,62.8,28", "bbox")]
    [InlineData("bbox=28,62.8,27,63", "bbox")]
    [InlineData("bbox=27,62.8,28,91", "bbox")]
    [InlineData("datetime=tomorrow", "datetime")]
    [InlineData("datetime=2026-11-25T00:00:00Z/2026-11-24T00:00:00Z", "datetime")]
    [InlineData("datetime=..", "datetime")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("kind=CAT", "kind")]
    [InlineData("colour=red", "colour")]
    public async Task What_cannot_be_read_is_400_with_its_name(string asked, string argument)
    {
        var answer = await full.App.GetAsync($"{Items}?{asked}");
        Assert.Equal((HttpStatusCode.BadRequest, argument, "application/problem+json"), (answer.Status, answer.Argument, answer.ContentHeaders.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_greater_limit_is_the_greatest() => Assert.Equal(HttpStatusCode.OK, (await full.App.GetAsync($"{Items}?limit=1000000")).Status);

    [Fact]
    public async Task Every_link_of_the_landing_page_leads_somewhere()
    {
        var links = (await full.App.GetAsync("/ogc")).Body.GetProperty("links").EnumerateArray().ToList();
        Assert.Superset(new HashSet<string> { "self", "service-desc", "conformance", "data" }, links.Select(link => link.GetProperty("rel").GetString()!).ToHashSet());
        foreach (var link in links)
        {
            var answer = await full.App.GetAsync(new Uri(link.GetProperty("href").GetString()!).PathAndQuery);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        }

        var collection = (await full.App.GetAsync("/ogc/collections")).Body.GetProperty("collections")[0];
        Assert.Equal(("offerings", "feature"), (collection.GetProperty("id").GetString(), collection.GetProperty("itemType").GetString()));
        var box = collection.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(side => side.GetDouble()).ToList();
        Assert.True(box[0] is > 15 and < 20 && box[1] is > 55 and < 60 && box[2] is > 31 and < 35 && box[3] is > 69 and < 72, string.Join(' ', box));
    }

    [Fact]
    public async Task One_feature_has_its_own_address_and_one_that_is_not_there_is_not_found()
    {
        var listed = (await full.App.GetAsync($"{Items}?limit=1")).Body.GetProperty("features")[0];
        var alone = await full.App.GetAsync($"{Items}/{listed.GetProperty("id").GetString()}");
        Assert.Equal("application/geo+json", alone.ContentHeaders.ContentType!.MediaType);
        Assert.Equal(listed.GetProperty("geometry").GetRawText(), alone.Body.GetProperty("geometry").GetRawText());
        Assert.Equal("*", string.Join(',', alone.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.NotFound, (await full.App.GetAsync($"{Items}/{Guid.Empty}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await full.App.GetAsync("/ogc/collections/cats/items")).Status);
    }

    private async Task<List<string>> AllAsync(string asked)
    {
        var (all, after) = (new List<string>(), "");
        while (true)
        {
            var page = await full.App.GetAsync($"/api/v1/offerings?first=100&order=NAME&{asked}{after}");
            all.AddRange(page.Ids);
            var info = page.Body.GetProperty("pageInfo");
            if (!info.GetProperty("hasNextPage").GetBoolean())
            {
                return [.. all.Order()];
            }

            after = $"&after={info.GetProperty("endCursor").GetString()}";
        }
    }

    private static IEnumerable<string> IdsOf(JsonElement page) => page.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()!);

    private static async Task<string?> RunAsync(string arguments)
    {
        try
        {
            var start = new ProcessStartInfo("ogrinfo", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["no_proxy"] = "127.0.0.1";
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return said + await errors;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"Feature Count: (\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FeatureCount();
}
