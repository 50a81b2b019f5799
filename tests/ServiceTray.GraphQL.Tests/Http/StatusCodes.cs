using System.Net;
using System.Text;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class StatusCodes
{
    [Theory]
    [InlineData("{\"query\":\"{ me { id } }\"}", 200, "\"p1\"")]
    [InlineData("{\"query\":\"{\"}", 400, "GRAPHQL_PARSE_FAILED")]
    [InlineData("{\"query\":\"{ nothing }\"}", 400, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{\"query\":\"query($n:Int!){ needs(n:$n, list:[]) }\",\"variables\":{\"n\":1.5}}", 400, "VARIABLE_INVALID")]
    [InlineData("{\"query\":\"query($t:String){ echo(text:$t) }\",\"variables\":{\"t\":\"\\ud800\"}}", 400, "VARIABLE_INVALID")]
    [InlineData("{\"query\":\"query($t:String){ echo(text:$t) }\",\"variables\":{\"t\":\"a\\u0000b\"}}", 200, "a\\\\u0000b")]
    [InlineData("{\"query\":\"{ echo(text:\\\"\\\\uD800\\\") }\"}", 400, "GRAPHQL_PARSE_FAILED")]
    [InlineData("{\"query\":\"{ echo(text:\\\"\\ud800\\\") }\"}", 400, "BAD_REQUEST")]
    [InlineData("{\"query\":\"{ me { id } }\",\"variables\":{\"\\udc00\":1}}", 400, "BAD_REQUEST")]
    [InlineData("[{\"query\":\"{ me { id } }\"}]", 400, "BAD_REQUEST")]
    [InlineData("{\"query\":\"query A { me { id } } query B { me { id } }\"}", 400, "operationName")]
    [InlineData("{\"query\":\"{ fails }\"}", 200, "INTERNAL")]
    public async Task Tell_how_a_post_went(string body, int status, string holds)
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var (got, text) = await app.PostAsync(body);
        Assert.Equal(status, got);
        Assert.Contains(holds, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_bodies_over_the_limit_whether_or_not_their_length_is_told()
    {
        await using var app = await GraphQLApp.StartZooAsync(options => options.MaxBodyBytes = 1000);
        var body = "{\"query\":\"{ me { id } } #" + new string('x', 5000) + "\"}";
        Assert.Equal(413, (await app.PostAsync(body)).Status);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Refuse_other_methods_content_types_and_answers()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.Http.DeleteAsync("/graphql")).StatusCode);
        var mutation = await app.Http.GetAsync("/graphql?query=mutation{add{value}}");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (mutation.StatusCode, string.Join(',', mutation.Content.Headers.Allow)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.Http.PostAsync("/graphql", new StringContent("query=x", Encoding.UTF8, "application/x-www-form-urlencoded"))).StatusCode);
        Assert.Equal(406, (await app.PostAsync("{\"query\":\"{ me { id } }\"}", "image/png")).Status);
    }

    [Fact]
    public async Task Stay_200_under_plain_json_for_a_wrong_document()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        Assert.Equal(200, (await app.PostAsync("{\"query\":\"{ nothing }\"}", "application/json")).Status);
    }

    [Fact]
    public async Task Are_304_when_the_caller_holds_the_answer()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var first = await app.Http.GetAsync("/graphql?query={me{id}}");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={me{id}}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await app.Http.SendAsync(again)).StatusCode);
        using var other = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={me{name}}");
        other.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.SendAsync(other)).StatusCode);
    }

    [Theory]
    [InlineData("query={me{id}}")]
    [InlineData("query={fails}")]
    [InlineData("query={nothing}")]
    [InlineData("query=mutation{add{value}}")]
    public async Task Stay_with_who_asked_unless_the_host_says_otherwise(string query)
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.Http.GetAsync($"/graphql?{query}");
        Assert.Equal(["no-cache", "private"], answer.Headers.GetValues("Cache-Control").Single().Split(", ").Order());
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/graphql?{query}");
        again.Headers.TryAddWithoutValidation("If-None-Match", "*");
        Assert.True((await app.Http.SendAsync(again)).Headers.CacheControl is { Private: true, NoCache: true });
        Assert.True((await app.Http.PostAsync("/graphql", new StringContent("{\"query\":\"{ me { id } }\"}", Encoding.UTF8, "application/json"))).Headers.CacheControl is { Private: true, NoCache: true });

        await using var other = await GraphQLApp.StartZooAsync(options => options.CacheControl = "no-store");
        Assert.Equal("no-store", (await other.Http.GetAsync($"/graphql?{query}")).Headers.GetValues("Cache-Control").Single());
    }
}
