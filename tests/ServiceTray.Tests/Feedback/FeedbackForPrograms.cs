using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Feedback;

/// <summary>Feedback over GraphQL and REST, by the rules of the page: anybody sends it, and those whose work it is see it.</summary>
public sealed class FeedbackForPrograms(SmallTray small) : IClassFixture<SmallTray>
{
    // The swimming hall is the city's.
    private static readonly Guid City = Source.IdOf("seed", "organisation:kaupunki");
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly Guid Hall = Source.IdOf("seed", "uimahalli");

    private readonly TrayApp tray = small.App;

    [Fact]
    public async Task What_is_sent_waits_for_its_publisher_and_for_nobody_else_until_she_closes_it()
    {
        var words = $"Ovi oli kiinni {Guid.NewGuid()}";
        Assert.True((await SendAsync(new { offering = Hall, wrong = "TIME", message = words })).GetProperty("done").GetBoolean());
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var note = Assert.Single(await WaitingAsync(publisher), one => one.GetProperty("message").GetString() == words);
        Assert.Equal(("TIME", $"{Hall}", false), (note.GetProperty("wrong").GetString(), note.GetProperty("offering").GetProperty("id").GetString(), note.GetProperty("answerable").GetBoolean()));
        Assert.DoesNotContain(await WaitingAsync(other), one => one.GetProperty("message").GetString() == words);

        var id = note.GetProperty("id").GetString()!;
        Assert.Equal("NOT_FOUND", await CloseAsync(other, id));
        Assert.Null(await CloseAsync(publisher, id));
        Assert.Equal("FEEDBACK_CLOSED", await CloseAsync(publisher, id));
        Assert.DoesNotContain(await WaitingAsync(publisher), one => one.GetProperty("message").GetString() == words);
    }

    [Fact]
    public async Task Rest_takes_it_lists_it_and_closes_it_with_a_token_for_it()
    {
        var words = $"Hyvä ryhmä {Guid.NewGuid()}";
        Assert.Equal(HttpStatusCode.NoContent, (await tray.PostAsync("/api/v1/feedback", JsonSerializer.Serialize(new { offering = Hall, useful = 5, message = words }))).Status);
        using var person = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        var desk = tray.Services.GetRequiredService<MachineClientDesk>();
        var caller = Caller.Person(person.Account, "Testi", [new Grant(Role.Publisher, City)]);
        using var program = Program(await desk.MakeAsync(caller, "Palautteet", new Grant(Role.Publisher, City), ["feedback"], CancellationToken.None));
        using var stranger = Program(await desk.MakeAsync(caller, "Muu", new Grant(Role.Publisher, City), ["offerings:write"], CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync("/api/v1/feedback")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await tray.Client.GetAsync("/api/v1/feedback")).StatusCode);

        var list = await program.GetFromJsonAsync<JsonElement>("/api/v1/feedback");
        var id = list.GetProperty("waiting").EnumerateArray().First(one => one.GetProperty("message").GetString() == words).GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsJsonAsync($"/api/v1/feedback/{Guid.NewGuid()}/answer", new { close = true })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync($"/api/v1/feedback/{id}/answer", new { answer = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsJsonAsync($"/api/v1/feedback/{id}/answer", new { close = true })).StatusCode);
        Assert.DoesNotContain(words, await program.GetStringAsync("/api/v1/feedback"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"useful": 0}""", "useful")]
    [InlineData("""{"useful": 6}""", "useful")]
    [InlineData("""{"useful": -1}""", "useful")]
    [InlineData("{}", "useful")]
    [InlineData("""{"message": "   "}""", "useful")]
    [InlineData("""{"message": "a\u0000b"}""", "message")]
    public async Task What_says_nothing_or_cannot_be_is_refused_at_its_field(string told, string field)
    {
        var input = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(told)!;
        input["offering"] = JsonSerializer.SerializeToElement($"{Hall}");
        var refused = (await SendAsync(input)).GetProperty("errors")[0];
        Assert.Equal(("FEEDBACK_INVALID", field), (refused.GetProperty("code").GetString(), refused.GetProperty("field").GetString()));
        var rest = await tray.PostAsync("/api/v1/feedback", JsonSerializer.Serialize(input));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "FEEDBACK_INVALID", field), (rest.Status, rest.Code, rest.Argument));
    }

    [Fact]
    public async Task Of_nothing_nothing_is_said()
    {
        Assert.Equal("NOT_FOUND", (await SendAsync(new { offering = Guid.NewGuid(), useful = 3 })).GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await tray.PostAsync("/api/v1/feedback", JsonSerializer.Serialize(new { offering = "ei mikään", useful = 3 }))).Status);
    }

    private static async Task<List<JsonElement>> WaitingAsync(Person person) => [.. (await person.AskAsync(
        "{ feedback { totalCount waiting { id at message wrong useful replyTo answerable offering { id } } opinions { mean count offering { id } } } }")).GetProperty("data").GetProperty("feedback").GetProperty("waiting").EnumerateArray()];

    private static async Task<string?> CloseAsync(Person person, string id)
    {
        var payload = (await person.AskAsync("mutation($id: ID!) { closeFeedback(id: $id) { done errors { code } } }", new { id })).GetProperty("data").GetProperty("closeFeedback");
        return payload.GetProperty("done").GetBoolean() ? null : payload.GetProperty("errors")[0].GetProperty("code").GetString();
    }

    private async Task<JsonElement> SendAsync(object input) =>
        (await tray.QueryAsync("mutation($input: SendFeedbackInput!) { sendFeedback(input: $input) { done errors { code field text } } }", new { input })).GetProperty("sendFeedback");

    private HttpClient Program(string token)
    {
        var client = new HttpClient { BaseAddress = tray.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }
}
