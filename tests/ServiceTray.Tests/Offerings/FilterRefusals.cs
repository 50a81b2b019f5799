using System.Net;
using System.Text.Json;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>What no search can answer is refused by the same code over GraphQL and REST.</summary>
[Collection(SmallTray.Name)]
public sealed class FilterRefusals(SmallTray small)
{
    /// <summary>GraphQL arguments, the REST query that asks the same, the code, and the argument that is named.</summary>
    public static TheoryData<string, string, string, string?> Refused { get; } = new()
    {
        { "filter: {near: {at: {coordinates: {latitude: 91, longitude: 27}}}}", "lat=91&lon=27", "FILTER_INVALID", "near" },
        { "filter: {near: {at: {coordinates: {latitude: 62, longitude: -180.5}}}}", "lat=62&lon=-180.5", "FILTER_INVALID", "near" },
        { "filter: {near: {at: {place: \"Kuopio\"}, radiusKm: 0}}", "place=Kuopio&radiusKm=0", "FILTER_INVALID", "near" },
        { "filter: {near: {at: {place: \"Kuopio\"}, radiusKm: -3}}", "place=Kuopio&radiusKm=-3", "FILTER_INVALID", "near" },
        { "filter: {near: {at: {place: \"Kuopio\"}, radiusKm: 500.1}}", "place=Kuopio&radiusKm=500.1", "FILTER_INVALID", "near" },
        { "filter: {near: {at: {place: \"Qwxzqwxz\"}}}", "place=Qwxzqwxz", "PLACE_UNKNOWN", null },
        { "filter: {within: {south: 63, west: 27, north: 62, east: 28}}", "bbox=27,63,28,62", "FILTER_INVALID", "within" },
        { "filter: {within: {south: 62, west: 27, north: 92, east: 28}}", "bbox=27,62,28,92", "FILTER_INVALID", "within" },
        { "filter: {municipalities: [\"PS\"]}", "municipality=PS", "FILTER_INVALID", "municipalities" },
        { "filter: {counties: [\"297\"]}", "county=297", "FILTER_INVALID", "counties" },
        { "filter: {ageYears: -1}", "age=-1", "FILTER_INVALID", "ageYears" },
        { "filter: {ageYears: 131}", "age=131", "FILTER_INVALID", "ageYears" },
        { "filter: {languages: [\"f\"]}", "language=f", "FILTER_INVALID", "languages" },
        { "filter: {organisations: [\"kaupunki\"]}", "organisation=kaupunki", "FILTER_INVALID", "organisations" },
        { "filter: {text: \"uima\\u0000halli\"}", "text=uima%00halli", "FILTER_INVALID", "text" },
        { $"filter: {{text: \"{Words(33)}\"}}", $"text={Words(33)}", "FILTER_INVALID", "text" },
        { $"filter: {{text: \"{new string('a', 4_001)}\"}}", $"text={new string('a', 4_001)}", "FILTER_INVALID", "text" },
        { "order: NEAREST", "order=NEAREST", "FILTER_INVALID", "order" },
        { "first: -1", "first=-1", "PAGE_SIZE_INVALID", "first" },
        { "first: 101", "first=101", "PAGE_SIZE_INVALID", "first" },
        { "last: 101", "last=101", "PAGE_SIZE_INVALID", "last" },
        { "first: 5, last: 5", "first=5&last=5", "PAGE_SIZE_INVALID", "last" },
        { "after: \"MjAyNi0xMS0yMg\"", "after=MjAyNi0xMS0yMg", "CURSOR_INVALID", "after" },
        { "before: \"kurssi\", last: 3", "before=kurssi&last=3", "CURSOR_INVALID", "before" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Over_GraphQL_the_code_stands_in_extensions(string arguments, string query, string code, string? argument)
    {
        _ = query;
        var answer = await small.App.AskAsync($"{{ search({arguments}) {{ totalCount }} }}");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("search").ValueKind);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("search", error.GetProperty("path")[0].GetString());
        Assert.True(error.GetProperty("locations")[0].GetProperty("line").GetInt32() > 0);
        var extensions = error.GetProperty("extensions");
        Assert.Equal(code, extensions.GetProperty("code").GetString());
        Assert.Equal(argument, extensions.TryGetProperty("argument", out var told) ? told.GetString() : null);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Over_REST_the_code_stands_in_a_problem_of_400_with_the_name_of_the_parameter(string arguments, string query, string code, string? argument)
    {
        // What was asked wrongly stands last in the query.
        _ = argument;
        var name = arguments.Contains("latitude: 91", StringComparison.Ordinal) ? "lat" : query.StartsWith("before", StringComparison.Ordinal) ? "before" : query.Split('&')[^1].Split('=')[0];
        var answer = await small.App.GetAsync($"/api/v1/offerings?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.ContentHeaders.ContentType!.MediaType);
        Assert.Equal(code, answer.Code);
        Assert.Equal(name, answer.Argument);
        Assert.Equal(400, answer.Body.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("{\"ageYears\":131}", 422, "ageYears")]
    [InlineData("{\"within\":{\"south\":63,\"west\":27,\"north\":62,\"east\":28}}", 422, "within")]
    [InlineData("{\"place\":1}", 400, null)]
    public async Task Of_a_body_the_member_is_named(string body, int status, string? argument)
    {
        var answer = await small.App.PostAsync("/api/v1/offerings/search", body);
        Assert.Equal(status, (int)answer.Status);
        Assert.True(argument is null || answer.Argument == argument, answer.Argument);

        // Its page is asked in the address.
        answer = await small.App.PostAsync("/api/v1/offerings/search?first=101", "{}");
        Assert.Equal((400, "first"), ((int)answer.Status, answer.Argument));
    }

    [Theory]
    [InlineData("/api/v1/offerings/clusters?zoom=5&age=131", "age")]
    [InlineData("/api/v1/offerings.csv?polygon=27 62,28 62", "polygon")]
    [InlineData("/api/v1/offerings.ics?lat=62&lon=181", "lon")]
    [InlineData("/ogc/collections/offerings/items?datetime=1800-01-01T00:00:00Z/..", "datetime")]
    [InlineData("/ogc/collections/offerings/items?after=x", "after")]
    [InlineData("/ogc/collections/offerings/items?place=Kuopoi", "place")]
    [InlineData("/oruk/service_at_locations?postcode=00000", "postcode")]
    [InlineData("/oruk/services?search=a%00", "search")]
    public async Task Every_edge_calls_the_parameter_as_it_was_asked(string path, string name)
    {
        var answer = await small.App.GetAsync(path);
        Assert.Equal((HttpStatusCode.BadRequest, name), (answer.Status, answer.Argument));
    }

    [Fact]
    public async Task An_unknown_place_names_the_nearest_spellings()
    {
        var rest = await small.App.GetAsync("/api/v1/offerings?place=Kuopoi");
        Assert.Equal("PLACE_UNKNOWN", rest.Code);
        Assert.Contains("Kuopio", rest.Body.GetProperty("suggestions").EnumerateArray().Select(name => name.GetString()));

        var answer = await small.App.AskAsync("{ search(filter: {near: {at: {place: \"Kuopoi\"}}}) { totalCount } }");
        var suggestions = answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("suggestions");
        Assert.Contains("Kuopio", suggestions.EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_cursor_of_another_search_is_refused()
    {
        var page = await small.App.GetAsync("/api/v1/offerings?first=1&order=NAME");
        var cursor = Uri.EscapeDataString(page.Body.GetProperty("pageInfo").GetProperty("endCursor").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await small.App.GetAsync($"/api/v1/offerings?first=1&order=NAME&after={cursor}")).Status);
        Assert.Equal("CURSOR_INVALID", (await small.App.GetAsync($"/api/v1/offerings?first=1&order=NEWEST&after={cursor}")).Code);
        Assert.Equal("CURSOR_INVALID", (await small.App.GetAsync($"/api/v1/offerings?first=1&order=NAME&theme=MIND&after={cursor}")).Code);
    }

    [Fact]
    public async Task Edges_of_what_may_be_asked_are_answered()
    {
        foreach (var query in new[] { $"text={Words(32)}", $"text={Words(32)}+{Words(32)}", $"text={new string('a', 4_000)}", "first=0", "first=100", "lat=90&lon=180", "place=Kuopio&radiusKm=500", "place=Kuopio&radiusKm=0.001", "age=0", "age=130" })
        {
            Assert.Equal(HttpStatusCode.OK, (await small.App.GetAsync($"/api/v1/offerings?{query}")).Status);
        }
    }

    /// <summary>So many words, each another.</summary>
    private static string Words(int count) => string.Join('+', Enumerable.Range(1, count).Select(each => $"sana{each}"));
}
