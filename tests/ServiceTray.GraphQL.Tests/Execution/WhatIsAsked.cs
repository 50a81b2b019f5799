using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Execution;

public sealed class WhatIsAsked
{
    private const string Sdl = """
        type Query { shop: Shop! other: String! }
        type Shop { told: String! counts: Int! inner: Shop! }
        """;

    [Theory]
    [InlineData("{ shop { told } }", "no")]
    [InlineData("{ shop { told counts } }", "yes")]
    [InlineData("{ shop { told total: counts } }", "yes")]
    [InlineData("{ shop { counts: told } }", "no")]
    [InlineData("{ shop { told inner { ...F } } } fragment F on Shop { counts }", "yes")]
    [InlineData("query($no: Boolean = false) { shop { told counts @include(if: $no) } }", "yes")]
    [InlineData("query A { shop { told } } query B { shop { counts } }", "no")]
    public async Task Is_known_to_a_resolver_before_it_answers(string query, string told)
    {
        await using var app = await GraphQLApp.StartAsync(graphql => graphql.AddSchema("Asked.graphql", Sdl).Bind<Shop>().AddResolvers(typeof(Queries), On.Query));
        var answer = await app.AskAsync(query, operationName: query.StartsWith("query A", StringComparison.Ordinal) ? "A" : null);
        Assert.Equal(told, answer.GetProperty("data").GetProperty("shop").EnumerateObject().First().Value.GetString());
    }

    internal sealed record Shop(string Told)
    {
        public int Counts => 1;

        public Shop Inner => this;
    }

    internal static class Queries
    {
        public static Shop Shop(AskedNames asked) => new(asked.Contain("counts") ? "yes" : "no");

        public static string Other() => "other";
    }
}
