using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Binding;

public sealed class Mismatches
{
    [Fact]
    public async Task Are_all_told_together_with_file_and_line()
    {
        var told = await Assert.ThrowsAsync<SchemaException>(() => GraphQLApp.StartAsync(graphql => graphql
            .AddSchema("Root.graphql", "type Query {\n  thing: Thing\n  lost: String\n  count(by: Int, unit: String): Int!\n}\n")
            .AddSchema("Things.graphql", "type Thing {\n  name: String!\n  size: Float!\n}\nenum Size { SMALL VERY_LARGE }\nextend type Query { size(like: Range): Size }\ninput Range { low: Int high: Int }\n")
            .Bind<Thing>().Bind<Size>().Bind<Uri>("Nowhere")
            .AddResolvers(typeof(Queries), On.Query)));
        Assert.Equal(
            [
                "Root.graphql:3: Query.lost has no counterpart: looked for a resolver Lost of Query, which is bound to no .NET type.",
                "Root.graphql:4: Query.count is Int!, but Queries.Count gives String.",
                "Root.graphql:4: the argument unit of Query.count is taken by no parameter of Queries.Count.",
                "Root.graphql:4: the parameter other (Int32) of Queries.Count is neither the parent, a loader, a service nor an argument of Query.count.",
                "Things.graphql:3: Thing.size has no counterpart: looked for a resolver Size of Thing and a member of Thing.",
                "Things.graphql:5: Size.VERY_LARGE has no counterpart in Size.",
                "Things.graphql:7: Range.high has no counterpart in Range.",
                "the code: Uri is bound to Nowhere, which the schema does not have.",
            ],
            told.Problems.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("type Query { a: Missing }", "S.graphql:1: the type Missing is nowhere defined.")]
    [InlineData("type Query {\n a: Int\n", "S.graphql:3: expected a name, found the end of the document.")]
    [InlineData("interface I { a: Int! }\ntype Query implements I { a: Int }", "S.graphql:2: Query.a is Int, but I.a promises Int!.")]
    [InlineData("type Query { a(b: B): Int }\ninput B { b: B! }", "S.graphql:2: B can never be given, as it must hold itself: B → B.")]
    [InlineData("type Query { a(b: Int = \"x\"): Int }", "S.graphql:1: the default \"x\" of b of Query.a does not fit Int.")]
    [InlineData("scalar Odd\ntype Query { a: Odd }", "S.graphql:1: the scalar Odd has no counterpart; give one by AddScalar.")]
    [InlineData("type Query { a: Int }\ninput P @oneOf { x: Int! }", "S.graphql:2: P.x must be nullable and without default, as P is @oneOf.")]
    [InlineData("type Query { a: Int @nowhere }", "S.graphql:1: the directive @nowhere is nowhere defined.")]
    [InlineData("type Query @deprecated { a: Int }", "S.graphql:1: @deprecated may not stand on OBJECT.")]
    [InlineData("type Query {\n a: Int @deprecated(why: \"x\") }", "S.graphql:2: @deprecated has no argument why.")]
    [InlineData("type Query { a: Int @deprecated(reason: 1) }", "S.graphql:1: 1 does not fit the argument reason of @deprecated, which is String!.")]
    [InlineData("type Query { a: Int @deprecated @deprecated }", "S.graphql:1: @deprecated may stand only once here.")]
    [InlineData("type Query { a: Int @cost }", "S.graphql:1: @cost needs the argument weight.")]
    public async Task Of_the_schema_with_itself_are_told(string sdl, string problem)
    {
        var told = await Assert.ThrowsAsync<SchemaException>(() => GraphQLApp.StartAsync(graphql => graphql.AddSchema("S.graphql", sdl)));
        Assert.Contains(problem, told.Problems);
    }

    internal enum Size
    {
        Small,
    }

    internal sealed record Thing(string Name);

    internal sealed record Range(int? Low);

    internal static class Queries
    {
        public static Thing? Thing() => null;

        public static string Count(int by, int other) => $"{by}{other}";

        public static Size? Size(Range like) => like.Low is null ? null : default(Size);
    }
}
