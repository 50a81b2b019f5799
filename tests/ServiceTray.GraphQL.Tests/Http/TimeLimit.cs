using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class TimeLimit
{
    [Fact]
    public async Task Ends_an_operation_that_never_would_with_a_whole_answer()
    {
        await using var app = await GraphQLApp.StartAsync(graphql => graphql
            .AddSchema("S.graphql", "type Query { quick: Int! endless: Int }")
            .AddResolvers(typeof(Queries), On.Query)
            .Configure(options => options.Timeout = TimeSpan.FromMilliseconds(50)));
        var answer = await app.AskAsync("{ quick endless }");
        Assert.Equal("TIMEOUT", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""{"data":{"quick":1}}""", (await app.AskAsync("{ quick }")).GetRawText());
    }

    [Theory]
    [InlineData("{ numbers }")]
    [InlineData("{ things { later } }")]
    public async Task Ends_a_list_that_never_would_though_nothing_is_waited_for(string query)
    {
        await using var app = await GraphQLApp.StartAsync(graphql => graphql
            .AddSchema("S.graphql", "type Query { numbers: [Int!] things: [Thing!] } type Thing { later: Int }")
            .Bind<Thing>()
            .AddResolvers(typeof(Endless), On.Query)
            .Configure(options => options.Timeout = TimeSpan.FromMilliseconds(50)));
        Assert.Equal("TIMEOUT", (await app.AskAsync(query)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    internal sealed record Thing
    {
        public ValueTask<int?> LaterAsync() => new((int?)null);
    }

    internal static class Endless
    {
        public static IEnumerable<Thing> Things() => Numbers().Select(_ => new Thing());

        public static IEnumerable<int> Numbers()
        {
            while (true)
            {
                yield return 1;
            }
        }
    }

    internal static class Queries
    {
        public static int Quick() => 1;

        // Does not listen to its token: the engine must end all the same.
        public static Task<int?> Endless() => new TaskCompletionSource<int?>().Task;
    }
}
