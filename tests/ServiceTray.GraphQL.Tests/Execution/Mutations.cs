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

    [Fact]
    public async Task Go_on_after_one_that_fails_where_null_may_be()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync("mutation { a: add(by: 1) { value } fail b: add(by: 10) { value } }");
        Assert.Equal("""{"a":{"value":1},"fail":null,"b":{"value":11}}""", answer.GetProperty("data").GetRawText());
        Assert.Equal("""["fail"]""", answer.GetProperty("errors")[0].GetProperty("path").GetRawText());
    }

    [Fact]
    public async Task Do_not_run_what_stands_behind_one_that_may_not_be_null()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync("mutation { a: add(by: 1) { value } explode b: add(by: 10) { value } }");
        Assert.Equal("null", answer.GetProperty("data").GetRawText());
        Assert.Single(answer.GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task Take_variables_and_fragments_as_queries_do()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync("mutation Two($by: Int!, $more: Boolean!) { add(by: $by) { ...V } b: add(by: 5) @include(if: $more) { ...V } } fragment V on Counter { value }", new { by = 2, more = true }, "Two");
        Assert.Equal("""{"data":{"add":{"value":2},"b":{"value":7}}}""", answer.GetRawText());
    }
}
