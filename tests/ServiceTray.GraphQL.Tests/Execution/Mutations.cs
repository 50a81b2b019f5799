using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Execution;

public sealed class Mutations
{
    [Fact]
    public async Task Run_one_after_the_other()
    {
        await using var app = await GraphQLApp.StartZooAsync(options => options.Parallel = true);
        var answer = await app.AskAsync("mutation { a: add(by: 1) { value } b: add(by: 10) { value } c: add(by: 100) { value } }");
        Assert.Equal("""{"data":{"a":{"value":1},"b":{"value":11},"c":{"value":111}}}""", answer.GetRawText());
    }
}
