using Microsoft.Extensions.DependencyInjection;
using ServiceTray.GraphQL.Tests.Support;
using ServiceTray.GraphQL.Tests.Zoo;

namespace ServiceTray.GraphQL.Tests.Execution;

public sealed class Loaders
{
    [Fact]
    public async Task Fetch_once_for_all_siblings_and_items_of_a_level()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync("{ people(first: 4) { id later { id later { id } } } me { later { id } } }");
        Assert.Equal("p2", answer.GetProperty("data").GetProperty("me").GetProperty("later").GetProperty("id").GetString());
        var batches = app.Services.GetRequiredService<FetchLog>().Batches;
        Assert.Equal(2, batches.Count);
        Assert.Equal([2, 3, 5], batches[0].Order());
        Assert.Equal([6], batches[1]); // 3 is asked for again and held from the first batch.
    }

    [Fact]
    public async Task Fetch_anew_for_each_request()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        await app.AskAsync("{ me { later { id } } }");
        await app.AskAsync("{ me { later { id } } }");
        Assert.Equal(2, app.Services.GetRequiredService<FetchLog>().Batches.Count);
    }

    [Fact]
    public async Task Give_null_for_what_is_not_found()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var answer = await app.AskAsync("{ person(id: \"p6\") { later { id } } }");
        Assert.Equal("{\"data\":{\"person\":{\"later\":null}}}", answer.GetRawText());
    }
}
