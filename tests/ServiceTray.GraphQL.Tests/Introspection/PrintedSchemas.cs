using ServiceTray.GraphQL.Language;
using ServiceTray.GraphQL.Schema;
using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Introspection;

public sealed class PrintedSchemas
{
    // Everything the type system has, and descriptions that are hard to write back.
    private const string Sdl = """"
        "The whole."
        schema @tag(name: "a") { query: Root mutation: Change }
        extend schema { subscription: Events }
        directive @tag("Which." name: String! = "x", more: [Int!] = [1, 2]) repeatable on SCHEMA | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCALAR
        directive @twice on FIELD | VARIABLE_DEFINITION | SUBSCRIPTION
        scalar Moment @specifiedBy(url: "https://example.org/\"moment\"")
        scalar Odd
        """
        Several lines,
          one of them further in,

        and "quotes" and \""" three of them.
        """
        interface Thing @tag { id: ID! }
        "Ends in a quote\""
        interface Named implements Thing { id: ID! "Tabs\tand a backslash \\" name(upper: Boolean = false, "How long." most: Int = 10 @deprecated(reason: "Not counted.")): String! }
        type Root implements Named & Thing @tag @tag(name: "b") {
          id: ID! name(upper: Boolean = false, most: Int = 10): String!
          old: Moment @deprecated
          older: [[Odd!]]! @deprecated(reason: "Use \"name\".\nReally.")
          find(filter: Filter = { text: "a \"b\"\n", near: { lat: -1.5e3, on: true, kind: B }, list: [[1], null] }, one: One): Any
        }
        extend type Root { more(kind: Kind = B): Int }
        union Any = | Root | Leaf
        extend union Any = Other
        type Leaf { x: Int }
        type Other { y: Float }
        enum Kind { "First." A B @deprecated(reason: "") C }
        extend enum Kind { D }
        input Filter { text: String = "" near: Near list: [[Int!]] = [] old: Int @deprecated gone: Kind = null }
        input Near { lat: Float! = 0 on: Boolean! = false kind: Kind! = A }
        input One @oneOf { a: Int b: Near }
        type Change { go: Boolean }
        type Events { tick: Int! }
        """";

    [SkippableFact]
    public async Task Build_an_equal_schema_in_graphql_js()
    {
        var problems = new List<string>();
        var scalars = StandardScalars.All(null);
        scalars["Moment"] = scalars["Odd"] = scalars["String"];
        var schema = SchemaBuilder.Build([new Source(Sdl, "All.graphql")], scalars, problems);
        Assert.Empty(problems);
        var printed = SchemaPrinter.Print(schema);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            string[] files = [Path.Combine(folder.FullName, "original.graphql"), Path.Combine(folder.FullName, "printed.graphql")];
            await File.WriteAllTextAsync(files[0], Sdl);
            await File.WriteAllTextAsync(files[1], printed);
            var (exit, output) = await Node.RunAsync([Path.Combine(Node.Root, "tests", "ServiceTray.GraphQL.Tests", "Introspection", "equal-sdl.mjs"), Node.Home, .. files]);
            Assert.True(exit == 0, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Print_the_same_when_read_and_printed_again()
    {
        var scalars = StandardScalars.All(null);
        scalars["Moment"] = scalars["Odd"] = scalars["String"];
        var once = SchemaPrinter.Print(SchemaBuilder.Build([new Source(Sdl)], scalars, []));
        Assert.Equal(once, SchemaPrinter.Print(SchemaBuilder.Build([new Source(once)], scalars, [])));
    }
}
