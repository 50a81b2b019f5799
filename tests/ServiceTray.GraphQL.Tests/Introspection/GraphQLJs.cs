using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Introspection;

public sealed class GraphQLJs
{
    [SkippableFact]
    public async Task Builds_the_same_schema_from_introspection_and_from_served_sdl()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var tests = Path.Combine(Node.Root, "tests", "ServiceTray.GraphQL.Tests");
        var (exit, output) = await Node.RunAsync(
            Path.Combine(tests, "Introspection", "equal-schemas.mjs"), Node.Home, Path.Combine(tests, "Zoo", "Zoo.graphql"), app.Url.ToString());
        Assert.True(exit == 0, output);
    }
}
