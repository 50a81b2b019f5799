using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>Every feed of a search holds what the list finds by the same parameters, and refuses as the list does.</summary>
[Collection(SmallTray.Name)]
public sealed class Feeds(SmallTray small)
{
    public static TheoryData<string> Formats => ["ics", "rss", "geojson", "csv", "ndjson"];

    [Theory]
    [InlineData("order=NAME")]
    [InlineData("theme=MOVEMENT&theme=CULTURE&order=NAME")]
    [InlineData("place=Kuopio&order=NEAREST")]
    [InlineData("text=uinti")]
    [InlineData("text=mitaei1oleolemassa")]
    public async Task Hold_what_the_list_finds(string asked)
    {
        var ids = (await small.App.GetAsync($"/api/v1/offerings?{asked}&first=100")).Ids;
        var features = JsonElement.Parse((await small.App.GetAsync($"/api/v1/offerings.geojson?{asked}")).Text).GetProperty("features");
        Assert.Equal(ids, features.EnumerateArray().Select(feature => feature.GetProperty("id").GetString()!));

        var lines = (await small.App.GetAsync($"/api/v1/offerings.ndjson?{asked}")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ids, lines.Select(line => JsonElement.Parse(line).GetProperty("id").GetString()!));

        var rss = XDocument.Parse((await small.App.GetAsync($"/api/v1/offerings.rss?{asked}")).Text);
        Assert.Equal(ids, rss.Descendants("guid").Select(guid => guid.Value["urn:uuid:".Length..]));

        using var table = CsvReader.FromText((await small.App.GetAsync($"/api/v1/offerings.csv?{asked}")).Text);
        var read = new List<string>();
        while (table.Read())
        {
            read.Add(table.GetString("id"));
        }

        Assert.Equal(ids, read);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Refuse_what_the_list_refuses_by_the_same_names(string format)
    {
        foreach (var (asked, status, argument) in new[] { ("kind=CAT", 400, "kind"), ("radius=3", 400, "radius"), ("age=200", 400, "age"), ("order=NEAREST", 400, "order"), ("first=5", 400, "first") })
        {
            var answer = await small.App.GetAsync($"/api/v1/offerings.{format}?{asked}");
            Assert.Equal(((HttpStatusCode)status, argument), (answer.Status, answer.Argument));
        }

        Assert.Equal("PLACE_UNKNOWN", (await small.App.GetAsync($"/api/v1/offerings.{format}?place=Kuopoi")).Code);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Say_when_the_asker_has_them_already(string format)
    {
        var path = $"/api/v1/offerings.{format}?theme=CULTURE";
        var first = await small.App.GetAsync(path);
        var tag = first.Headers.ETag!;
        var again = await AskAsync(path, tag.ToString());
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.Status, again.Text));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync($"{path}&lang=sv", tag.ToString())).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(path, "\"another\"")).Status);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Stay_private_when_words_or_a_place_are_asked(string format)
    {
        Assert.True((await small.App.GetAsync($"/api/v1/offerings.{format}?theme=CULTURE")).Headers.CacheControl!.Public);
        Assert.True((await small.App.GetAsync($"/api/v1/offerings.{format}?text=uinti")).Headers.CacheControl!.Private);
        Assert.True((await small.App.GetAsync($"/api/v1/offerings.{format}?place=Kuopio")).Headers.CacheControl!.Private);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Never_tell_an_approximate_place_exactly(string format)
    {
        var text = (await small.App.GetAsync($"/api/v1/offerings.{format}?theme=MIND")).Text;
        Assert.DoesNotContain("62.9011", text, StringComparison.Ordinal);
        Assert.DoesNotContain("27.6533", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_offering_and_one_organisation_hold_its_dates()
    {
        var list = (await small.App.GetAsync("/api/v1/offerings?kind=EVENT")).Body.GetProperty("items")[0];
        foreach (var path in new[] { $"/api/v1/offerings/{list.GetProperty("id")}.ics", $"/api/v1/organisations/{list.GetProperty("organisation").GetProperty("id")}.ics" })
        {
            var answer = await small.App.GetAsync(path, "sv");
            Assert.Equal("text/calendar", answer.ContentHeaders.ContentType!.MediaType);
            Assert.Contains("SUMMARY;LANGUAGE=sv:Allsångskonsert", answer.Text, StringComparison.Ordinal);
            Assert.Contains("DTSTART;TZID=Europe/Helsinki:20261124T170000", answer.Text, StringComparison.Ordinal);
            Assert.Contains("RRULE:FREQ=WEEKLY;UNTIL=20261215T150000Z", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await small.App.GetAsync($"/api/v1/offerings/{Guid.Empty}.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await small.App.GetAsync("/api/v1/organisations/x.ics")).Status);
    }

    private Task<RestAnswer> AskAsync(string path, string known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return small.App.SendAsync(request);
    }
}
