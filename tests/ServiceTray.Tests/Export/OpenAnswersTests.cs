using System.Net.Http.Headers;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>What pages of other origins may read: public data, and nothing else.</summary>
[Collection(SmallTray.Name)]
public sealed class OpenAnswersTests(SmallTray small)
{
    [Theory]
    [InlineData("/api/v1/offerings?kind=EVENT", true)]
    [InlineData("/api/v1/offerings?age=200", true)]
    [InlineData("/api/v1/offerings?colour=red", true)]
    [InlineData("/api/v1/offerings.ics", true)]
    [InlineData("/api/v1/offerings.ndjson", true)]
    [InlineData("/api/v1/offerings/clusters?zoom=5", true)]
    [InlineData("/api/v1/offerings/00000000-0000-0000-0000-000000000000", true)]
    [InlineData("/api/v1/changes", true)]
    [InlineData("/oruk/services", true)]
    [InlineData("/oruk/services?colour=red", true)]
    [InlineData("/hsds/", true)]
    [InlineData("/ogc/collections", true)]
    [InlineData("/", false)]
    [InlineData("/haku", false)]
    [InlineData("/oma/tuonnit", false)]
    [InlineData("/api/v1/imports", false)]
    [InlineData("/api/v1/referrals", false)]
    [InlineData("/api/v1/trays/abc", false)]
    [InlineData("/api/v1/duplicates", false)]
    public async Task Are_open_to_any_origin_only_where_they_are_public(string path, bool isOpen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", "https://muualla.example");
        using var answer = await small.App.Client.SendAsync(request);
        Assert.Equal(isOpen ? "*" : null, Told(answer.Headers, "Access-Control-Allow-Origin"));
        Assert.Null(Told(answer.Headers, "Access-Control-Allow-Credentials"));
        Assert.Equal(isOpen ? "ETag, Link" : null, Told(answer.Headers, "Access-Control-Expose-Headers"));
    }

    [Fact]
    public async Task Are_not_what_a_form_of_another_origin_posts()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/offerings/search") { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Origin", "https://muualla.example");
        using var answer = await small.App.Client.SendAsync(request);
        Assert.Null(Told(answer.Headers, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Tell_no_end_of_a_date_that_has_none()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var happening = OwnOfferings.Event("a", null!);
        var start = new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(2));
        (happening.Recurrence, happening.Occurrences) = (null, [new Occurrence(start, start), new Occurrence(start.AddDays(1), start.AddDays(1).AddHours(1))]);
        await tray.PutAsync([happening]);
        var lines = (await tray.Client.GetStringAsync("/api/v1/offerings.ics")).Split("\r\n");
        Assert.Equal(["DTSTART;TZID=Europe/Helsinki:20261201T100000", "DTSTART;TZID=Europe/Helsinki:20261202T100000"], lines.Where(line => line.StartsWith("DTSTART;", StringComparison.Ordinal)));
        Assert.Equal(["DTEND;TZID=Europe/Helsinki:20261202T110000"], lines.Where(line => line.StartsWith("DTEND", StringComparison.Ordinal)));
    }

    private static string? Told(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
