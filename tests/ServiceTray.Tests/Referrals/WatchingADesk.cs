using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A desk watches its referrals over real HTTP as they move, and nobody sees what is not hers.</summary>
public sealed class WatchingADesk : IAsyncLifetime
{
    private const string Query = "subscription { referralMoved { id state client { name } } }";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private ReferralTown town = null!;

    public async Task InitializeAsync() => town = await BuildAsync();

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task Is_told_each_move_by_whomever_and_no_look()
    {
        using var stream = await Stream.OpenAsync(town.Coordinator);
        var sent = (await town.SendAsync(Input("Virran Asiakas"))).GetProperty("referral");
        var id = sent.GetProperty("id").GetString()!;
        Assert.Equal((id, "SENT", "Virran Asiakas"), Told(await stream.NextAsync()));
        await ReadAsync(town.Coordinator, id);
        await MoveAsync(town.Coordinator, "receiveReferral", sent);
        Assert.Equal((id, "RECEIVED", "Virran Asiakas"), Told(await stream.NextAsync()));
        var code = (await town.SendAsync(Input("Toinen Asiakas"))).GetProperty("code").GetString()!;
        var other = Told(await stream.NextAsync());
        await town.Tray.AskAsync("mutation($code: String!) { withdrawReferralByCode(code: $code, pin: \"2468\") { errors { code } } }", new { code });
        Assert.Equal((other.Id, "WITHDRAWN", null), Told(await stream.NextAsync()));

        // A telling is a reading, and in the log as one.
        await using var context = await town.ContextAsync();
        var subject = (await context.Set<Referral>().AsNoTracking().SingleAsync(referral => referral.Id == Guid.Parse(other.Id))).Pseudonym;
        Assert.Equal(2, await context.Set<AuditEntry>().CountAsync(entry => entry.Subject == subject && entry.Act == "READ" && entry.Account == town.Coordinator.Account));
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
    }

    [Fact]
    public async Task Is_told_nothing_of_another_desks_and_a_link_person_only_of_her_own()
    {
        using var iisalmi = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        using var elsewhere = await Stream.OpenAsync(iisalmi);
        using var walking = await Stream.OpenAsync(town.Walker);
        using var desk = await Stream.OpenAsync(town.Coordinator);
        var first = (await town.SendAsync(Input("Ensimmäinen"))).GetProperty("referral");
        await town.SendAsync(Input("Toinen"));
        await MoveAsync(town.Coordinator, "acceptReferral", first, $"linkPerson: \"{town.Walker.Account}\"");
        var forwarded = (await town.SendAsync(Input("Kolmas"))).GetProperty("referral");
        await MoveAsync(town.Coordinator, "forwardReferral", forwarded, $"receiver: \"{Iisalmi}\"");

        // The first thing each is told is the first that is hers.
        Assert.Equal((first.GetProperty("id").GetString(), "ACCEPTED"), (Told(await walking.NextAsync()) is var mine ? (mine.Id, mine.State) : default));
        Assert.NotEqual(forwarded.GetProperty("id").GetString(), Told(await elsewhere.NextAsync()).Id);
        var told = new List<string>();
        while (told.Distinct().Count() < 3)
        {
            told.Add(Told(await desk.NextAsync()).Id);
        }
    }

    [Theory]
    [InlineData(nameof(Role.Professional))]
    [InlineData(nameof(Role.Publisher))]
    [InlineData(nameof(Role.Administrator))]
    [InlineData(nameof(Role.Auditor))]
    [InlineData(nameof(Role.StatisticsReader))]
    [InlineData(null)]
    public async Task Cannot_be_begun_by_who_is_at_no_desk(string? role)
    {
        using var person = role switch
        {
            null => new Person(town.Tray),
            nameof(Role.Professional) or nameof(Role.Publisher) => await Person.SignedInAsync(town.Tray, new Grant(Enum.Parse<Role>(role), County)),
            _ => await Person.SignedInAsync(town.Tray, new Grant(Enum.Parse<Role>(role))),
        };
        using var stream = await Stream.OpenAsync(person);
        Assert.Equal(role is null ? "UNAUTHENTICATED" : "FORBIDDEN", (await stream.NextAsync())!.Value.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task In_more_places_than_one_may_is_refused_until_one_is_closed_and_hinders_nobody_else()
    {
        using var person = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Kuopio));
        var open = new List<Stream>();
        for (var i = 0; i < OpenWatches.Most; i++)
        {
            open.Add(await Stream.OpenAsync(person));
        }

        Assert.Equal("LIMIT_EXCEEDED", await RefusedAsync(person));
        using var other = await Stream.OpenAsync(town.Coordinator);
        await town.SendAsync(Input("Virran Asiakas"));
        Assert.Equal("SENT", Told(await other.NextAsync()).State);
        open[0].Dispose();
        var deadline = DateTime.UtcNow + Patience;
        while (await RefusedAsync(person) is not null)
        {
            Assert.True(DateTime.UtcNow < deadline, "What was closed is counted still.");
            await Task.Delay(100);
        }

        open.ForEach(stream => stream.Dispose());
    }

    // Its refusal; null: it is open, and was then closed.
    private async Task<string?> RefusedAsync(Person person)
    {
        using var stream = await Stream.OpenAsync(person);
        var first = stream.NextAsync();
        await town.SendAsync(Input("Seuraava Asiakas"));
        return (await first)!.Value.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
    }

    [Fact]
    public async Task Ends_at_the_next_move_after_signing_out_and_tells_nothing_once_the_role_is_gone()
    {
        using var leaving = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Kuopio));
        using var losing = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Kuopio), new Grant(Role.Coordinator, Iisalmi));
        using var left = await Stream.OpenAsync(leaving);
        using var lost = await Stream.OpenAsync(losing);
        using (await leaving.SendAsync("/oma", SignInEndpoints.OutPath))
        {
        }

        await using (var context = await town.ContextAsync())
        {
            await context.Set<GivenGrant>().Where(given => given.AccountId == losing.Account && given.Organisation == Kuopio).ExecuteDeleteAsync();
        }

        var sent = (await town.SendAsync(Input("Myöhäinen Asiakas"))).GetProperty("referral");
        Assert.Null(await left.NextAsync());
        await MoveAsync(town.Coordinator, "forwardReferral", sent, $"receiver: \"{Iisalmi}\"");

        // She is still at the other desk: what she is told first is what came there.
        Assert.NotEqual(sent.GetProperty("id").GetString(), Told(await lost.NextAsync()).Id);
    }

    private static (string Id, string State, string? Name) Told(JsonElement? answer)
    {
        var referral = answer!.Value.GetProperty("data").GetProperty("referralMoved");
        return (referral.GetProperty("id").GetString()!, referral.GetProperty("state").GetString()!,
            referral.GetProperty("client") is { ValueKind: JsonValueKind.Object } client ? client.GetProperty("name").GetString() : null);
    }

    /// <summary>Server-sent events as a browser reads them.</summary>
    private sealed class Stream(HttpResponseMessage answer, StreamReader reader) : IDisposable
    {
        public static async Task<Stream> OpenAsync(Person person)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Query }) };
            request.Headers.Accept.ParseAdd("text/event-stream");
            var answer = await person.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return new Stream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        }

        /// <summary>The next answer; null: it is complete.</summary>
        public async Task<JsonElement?> NextAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("event: complete", StringComparison.Ordinal))
                {
                    return null;
                }

                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return JsonElement.Parse(line["data: ".Length..]);
                }
            }

            return null;
        }

        public void Dispose()
        {
            reader.Dispose();
            answer.Dispose();
        }
    }
}
