using System.Globalization;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class OutsideClients
{
    private const string Sdl = """
        interface Node { id: ID! }
        type Thing implements Node { id: ID! name: String! }
        type ThingEdge { cursor: String! node: Thing! }
        type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
        type ThingConnection { edges: [ThingEdge!]! pageInfo: PageInfo! }
        type Query { node(id: ID!): Node search(first: Int, after: String, last: Int, before: String): ThingConnection }
        """;

    [SkippableFact]
    public async Task Read_the_schema_and_page_through_everything()
    {
        await using var app = await GraphQLApp.StartAsync(graphql => graphql
            .AddSchema("Things.graphql", Sdl)
            .Bind<Thing>().Bind<ThingEdge>().Bind<PageInfo>().Bind<ThingConnection>()
            .AddResolvers(typeof(Queries), On.Query));
        var (exit, output) = await Support.Node.RunAsync(Path.Combine(Support.Node.Checks, "gql-clients.mjs"), app.Url.ToString(), "search", "name");
        Assert.True(exit == 0, output);
    }

    internal sealed record Thing(string Id, string Name);

    internal sealed record ThingEdge(string Cursor, Thing Node);

    internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

    internal sealed record ThingConnection(IReadOnlyList<ThingEdge> Edges, PageInfo PageInfo);

    internal static class Queries
    {
        private const int Total = 11;

        public static Thing Node(string id) => new(id, $"Thing {id}");

        public static ThingConnection Search(int? first, string? after, int? last, string? before)
        {
            var from = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture) + 1;
            var to = before is null ? Total : int.Parse(before, CultureInfo.InvariantCulture);
            var end = first is { } f ? Math.Min(to, from + f) : to;
            var start = last is { } l ? Math.Max(from, end - l) : from;
            var edges = Enumerable.Range(start, Math.Max(0, end - start)).Select(i => new ThingEdge($"{i}", new Thing($"t{i}", $"Thing {i}"))).ToList();
            return new ThingConnection(edges, new PageInfo(end < Total, start > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
        }
    }
}
