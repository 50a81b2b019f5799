using System.Net;
using System.Text;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class CrossSites
{
    private const string Query = "/graphql?query={me{id}}";

    [Fact]
    public async Task Are_told_nothing_unless_they_are_allowed()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        using var answer = await SendAsync(app, HttpMethod.Get, Query, ("Origin", "https://other.example"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        using var preflight = await SendAsync(app, HttpMethod.Options, "/graphql", ("Origin", "https://other.example"), ("Access-Control-Request-Method", "POST"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"));
        Assert.Equal(HttpStatusCode.Forbidden, preflight.StatusCode);
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task That_are_allowed_may_ask_and_read()
    {
        await using var app = await GraphQLApp.StartZooAsync(options => options.AllowedOrigins = ["https://friend.example"]);
        using var preflight = await SendAsync(app, HttpMethod.Options, "/graphql", ("Origin", "https://friend.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("https://friend.example", preflight.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("content-type", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
        using var answer = await SendAsync(app, HttpMethod.Get, Query, ("Origin", "https://friend.example"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("https://friend.example", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Origin", answer.Headers.Vary);
        using var other = await SendAsync(app, HttpMethod.Get, Query, ("Origin", "https://other.example"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    [Fact]
    public async Task May_all_read_where_all_are_allowed_but_never_with_cookies()
    {
        await using var app = await GraphQLApp.StartZooAsync(options => options.AllowedOrigins = ["*"]);
        using var answer = await SendAsync(app, HttpMethod.Get, Query, ("Origin", "https://other.example"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"));
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("cross-site", "no-cors", 403)] // An image or script of another site.
    [InlineData("same-site", "no-cors", 403)]
    [InlineData("cross-site", "navigate", 200)] // A link that a reader follows.
    [InlineData("same-origin", "cors", 200)]
    [InlineData("none", "navigate", 200)]
    public async Task Are_known_by_what_browsers_tell(string site, string mode, int status)
    {
        await using var app = await GraphQLApp.StartZooAsync();
        using var answer = await SendAsync(app, HttpMethod.Get, Query, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Cannot_send_a_mutation_as_a_form_would(string contentType)
    {
        await using var app = await GraphQLApp.StartZooAsync();
        using var content = new StringContent("{\"query\":\"mutation { add { value } }\"}", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var answer = await app.Http.PostAsync("/graphql", content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Need_a_header_that_forces_a_preflight_where_that_is_set()
    {
        await using var app = await GraphQLApp.StartZooAsync(options => options.RequirePreflight = true);
        using var bare = await SendAsync(app, HttpMethod.Get, Query);
        Assert.Equal(HttpStatusCode.Forbidden, bare.StatusCode);
        using var forced = await SendAsync(app, HttpMethod.Get, Query, ("GraphQL-Require-Preflight", "1"));
        Assert.Equal(HttpStatusCode.OK, forced.StatusCode);
        Assert.Equal(200, (await app.PostAsync("{\"query\":\"{ me { id } }\"}")).Status);
    }

    private static async Task<HttpResponseMessage> SendAsync(GraphQLApp app, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await app.Http.SendAsync(request);
    }
}
