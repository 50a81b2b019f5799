using System.Net;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>Open Referral's feed, walked and held against the published schemas of both profiles by a check that others' validator wrote.</summary>
[Collection(FullTray.Name)]
public sealed class OpenReferralJudge(FullTray full, SmallTray small) : IClassFixture<SmallTray>
{
    [SkippableTheory]
    [InlineData("/oruk", "oruk30")]
    [InlineData("/hsds", "hsds30")]
    [InlineData("/oruk", "hsds30")]
    public async Task Finds_nothing_wrong(string root, string profile)
    {
        var judge = Path.Combine(Repository.Shared, "checks", "hsds-feed.mjs");
        Skip.IfNot(File.Exists(judge), "The outside judges are not beside the repository.");
        var (code, said) = await Judge.RunAsync(
            judge, new Uri(full.App.Client.BaseAddress!, root).ToString(), "--schemas", Path.Combine(Repository.Shared, "data", "schemas", profile), "--profile", profile, "--require", "taxonomies,service_at_locations,organizations,taxonomy_terms");
        Skip.If(said.Contains("Cannot find module", StringComparison.Ordinal), "The outside judges are not installed.");
        Assert.True(code == 0 && said.Contains(" 0 fail, 0 warn", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task Finds_by_words_terms_places_and_hours()
    {
        var tray = small.App;
        var all = await ContentsAsync(tray, "/oruk/services");
        Assert.Equal((await tray.GetAsync("/api/v1/offerings")).Total, all.Count);
        Assert.Equal(["Uimahalli"], await ContentsAsync(tray, "/oruk/services?search=uinti"));
        var term = (await tray.GetAsync("/oruk/taxonomy_terms")).Body.GetProperty("contents").EnumerateArray().First(one => one.GetProperty("term").GetString() == "CULTURE").GetProperty("id");
        Assert.Equal(["Yhteislaulukonsertti"], await ContentsAsync(tray, $"/oruk/services?taxonomy_term_id={term}"));
        Assert.Contains("Yhteislaulukonsertti", await ContentsAsync(tray, "/oruk/services?day=TU&start_time=16:00&end_time=18:00"));
        Assert.DoesNotContain("Yhteislaulukonsertti", await ContentsAsync(tray, "/oruk/services?day=WE"));
        Assert.NotEmpty((await tray.GetAsync("/hsds/service_at_locations?postcode=70100&proximity=20000")).Body.GetProperty("contents").EnumerateArray());
    }

    [Theory]
    [InlineData("/oruk/services?page=0", HttpStatusCode.BadRequest, "page")]
    [InlineData("/oruk/services?per_page=1000", HttpStatusCode.BadRequest, "per_page")]
    [InlineData("/hsds/services?modified_after=yesterday", HttpStatusCode.BadRequest, "modified_after")]
    [InlineData("/hsds/services?taxonomy_term_id=1", HttpStatusCode.BadRequest, "taxonomy_term_id")]
    [InlineData("/hsds/services?proximity=100", HttpStatusCode.BadRequest, "proximity")]
    [InlineData("/hsds/services?colour=red", HttpStatusCode.BadRequest, "colour")]
    [InlineData("/oruk/services/x", HttpStatusCode.NotFound, null)]
    [InlineData("/oruk/service_at_locations?postcode=00000", HttpStatusCode.BadRequest, "postcode")]
    public async Task Is_told_what_it_asked_wrongly(string path, HttpStatusCode status, string? argument)
    {
        var answer = await small.App.GetAsync(path);
        Assert.Equal((status, argument, "application/problem+json"), (answer.Status, answer.Argument, answer.ContentHeaders.ContentType?.MediaType));
    }

    [Fact]
    public async Task May_come_from_any_page() =>
        Assert.Equal("*", string.Join(',', (await small.App.GetAsync("/oruk/")).Headers.GetValues("Access-Control-Allow-Origin")));

    private static async Task<IReadOnlyList<string>> ContentsAsync(TrayApp tray, string path) =>
        [.. (await tray.GetAsync(path)).Body.GetProperty("contents").EnumerateArray().Select(row => row.GetProperty("name").GetString()!)];
}
