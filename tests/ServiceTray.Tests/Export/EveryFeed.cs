using System.Net;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>What holds for every face of the tray that others read.</summary>
[Collection(SmallTray.Name)]
public sealed class EveryFeed(SmallTray small)
{
    public static TheoryData<string> Paths =>
    [
        "/api/v1/offerings", "/api/v1/offerings.ics", "/api/v1/offerings.rss", "/api/v1/offerings.geojson", "/api/v1/offerings.csv", "/api/v1/offerings.ndjson",
        "/api/v1/offerings/{offering}", "/api/v1/offerings/clusters?zoom=9", "/api/v1/offerings/{offering}.ics", "/api/v1/offerings/{offering}.rss", "/api/v1/organisations/{organisation}.ics", "/api/v1/organisations/{organisation}.rss",
        "/api/v1/changes", "/api/v1/changes.ndjson", "/ogc/collections/offerings/items", "/ogc/collections/offerings/items/{offering}",
        "/oruk/services", "/oruk/services/{offering}", "/oruk/service_at_locations", "/oruk/organizations", "/hsds/services", "/hsds/organizations/{organisation}", "/sitemap.xml",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Has_a_tag_may_be_cached_and_is_not_sent_twice(string pattern)
    {
        var path = await FilledAsync(pattern);
        var first = await small.App.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.NotEmpty(first.Text);
        Assert.True(first.Headers.CacheControl is { Public: true } cached && (cached.NoCache || cached.MaxAge > TimeSpan.Zero));
        var again = await AskAsync(path, $"{first.Headers.ETag}");
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.Status, again.Text));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(path, "\"another\"")).Status);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Says_which_parameter_it_does_not_know(string pattern)
    {
        if (pattern == "/sitemap.xml")
        {
            return;
        }

        var answer = await small.App.GetAsync($"{await FilledAsync(pattern)}{(pattern.Contains('?', StringComparison.Ordinal) ? '&' : '?')}colour=red");
        Assert.Equal((HttpStatusCode.BadRequest, "colour", "FILTER_INVALID"), (answer.Status, answer.Argument, answer.Code));
    }

    private async Task<string> FilledAsync(string pattern)
    {
        var one = (await small.App.GetAsync("/api/v1/offerings?kind=EVENT")).Body.GetProperty("items")[0];
        return pattern.Replace("{offering}", one.GetProperty("id").GetString(), StringComparison.Ordinal)
            .Replace("{organisation}", one.GetProperty("organisation").GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    private Task<RestAnswer> AskAsync(string path, string known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return small.App.SendAsync(request);
    }
}
