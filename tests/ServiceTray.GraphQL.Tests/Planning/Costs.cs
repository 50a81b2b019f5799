using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Planning;

public sealed class Costs
{
    private const string Sdl = """
        type Query {
          things(first: Int = 3): [Thing!]!
          page(first: Int, last: Int): Page! @listSize(slicingArguments: ["first", "last"], sizedFields: ["items"])
          known: [Thing!]! @listSize(assumedSize: 50)
          dear(by: Int @cost(weight: "30")): Int @cost(weight: "7.5")
          heavy: [Heavy!]!
        }
        type Page { items: [Thing!]! others: [Thing!]! }
        type Thing { id: Int! }
        type Heavy @cost(weight: "10") { id: Int! }
        """;

    // Reckoned by hand: a field is 1 or its weight; a list's length multiplies what is asked of its items; 5 where nothing tells a length.
    [Theory]
    [InlineData("{ things { id } }", 1 + (3 * 1))]
    [InlineData("{ things(first: 40) { id } }", 1 + (40 * 1))]
    [InlineData("query($n: Int) { things(first: $n) { id } }", 1 + (20 * 1))]
    [InlineData("{ page(first: 10) { items { id } others { id } } }", 1 + (1 + (10 * 1)) + (1 + (5 * 1)))]
    [InlineData("{ known { id } }", 1 + (50 * 1))]
    [InlineData("{ heavy { id } }", 1 + (5 * (10 + 1)))]
    [InlineData("{ dear }", 7.5)]
    [InlineData("{ dear(by: 1) }", 37.5)]
    public async Task Are_one_a_field_or_its_weight_times_the_lists_around_it(string query, double cost)
    {
        await using var enough = await StartAsync((long)Math.Ceiling(cost));
        Assert.True((await enough.AskAsync(query, new { n = 20 })).TryGetProperty("data", out _));
        await using var less = await StartAsync((long)Math.Ceiling(cost) - 1);
        var refused = await less.AskAsync(query, new { n = 20 });
        Assert.Equal("LIMIT_EXCEEDED", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(refused.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("{ page { items { id } } }")]
    [InlineData("{ page(first: 1, last: 1) { items { id } } }")]
    public async Task Need_exactly_one_slicing_argument_where_the_schema_says_so(string query)
    {
        await using var app = await StartAsync(1_000);
        var error = (await app.AskAsync(query)).GetProperty("errors")[0];
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(3, error.GetProperty("locations")[0].GetProperty("column").GetInt32());
    }

    private static Task<GraphQLApp> StartAsync(long maxCost) => GraphQLApp.StartAsync(graphql => graphql
        .AddSchema("Costs.graphql", Sdl)
        .Bind<Thing>().Bind<Page>().Bind<Heavy>()
        .AddResolvers(typeof(Queries), On.Query)
        .Configure(options => options.MaxCost = maxCost));

    internal sealed record Thing(int Id);

    internal sealed record Heavy(int Id);

    internal sealed record Page(IReadOnlyList<Thing> Items, IReadOnlyList<Thing> Others);

    internal static class Queries
    {
        public static IReadOnlyList<Thing> Things(int? first) => [.. Enumerable.Range(0, first ?? 0).Select(i => new Thing(i))];

        public static Page Page(int? first, int? last) => new(Things(first ?? last), []);

        public static IReadOnlyList<Thing> Known() => [];

        public static int? Dear(int? by) => by;

        public static IReadOnlyList<Heavy> Heavy() => [];
    }
}
