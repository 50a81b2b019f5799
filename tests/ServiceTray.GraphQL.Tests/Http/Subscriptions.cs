using ServiceTray.GraphQL.Tests.Support;

namespace ServiceTray.GraphQL.Tests.Http;

public sealed class Subscriptions
{
    [Fact]
    public async Task Stream_each_event_and_end()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var (status, body) = await app.PostAsync("{\"query\":\"subscription { ticks(to: 2) { value } }\"}", "text/event-stream");
        Assert.Equal(200, status);
        Assert.Equal(
            "event: next\ndata: {\"data\":{\"ticks\":{\"value\":1}}}\n\nevent: next\ndata: {\"data\":{\"ticks\":{\"value\":2}}}\n\nevent: complete\ndata:\n\n", body);
    }

    [Fact]
    public async Task Give_a_query_as_one_event_too()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        var (_, body) = await app.PostAsync("{\"query\":\"{ me { id } }\"}", "text/event-stream");
        Assert.Equal("event: next\ndata: {\"data\":{\"me\":{\"id\":\"p1\"}}}\n\nevent: complete\ndata:\n\n", body);
    }

    [Fact]
    public async Task Are_not_answered_as_json()
    {
        await using var app = await GraphQLApp.StartZooAsync();
        Assert.Equal(406, (await app.PostAsync("{\"query\":\"subscription { ticks { value } }\"}")).Status);
    }
}
