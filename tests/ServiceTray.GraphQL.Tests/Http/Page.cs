using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class Page
{
    [Fact]
    public async Task Is_given_to_a_browser_without_inline_script_or_style()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        var page = await (await app.Http.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.Contains("<script src=\"/graphql/graphiql.js\"></script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("createFetcher", await app.Http.GetStringAsync("/graphql/graphiql.js"), StringComparison.Ordinal);
    }
}
