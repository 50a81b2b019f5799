using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Accounts;

[Collection(SmallTray.Name)]
public sealed class MachineClients(SmallTray small)
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private readonly TrayApp tray = small.App;

    [Fact]
    public async Task Are_made_and_ended_on_a_page_and_only_the_tokens_hash_is_kept()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var made = await PageVisit.ReadAsync(await publisher.SendAsync(
            "/oma/ohjelmat", "/oma/ohjelmat", ("name", "Verkkosivut"), ("grant", $"EDITOR {Walkers}"), ("scope", "offerings:write")));
        var token = made.Document.QuerySelector("#token strong")!.TextContent.Split(' ')[^1];
        Assert.Equal(69, token.Length);
        Assert.Equal(200, await AskAsync(token));

        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var client = await context.Set<MachineClient>().SingleAsync(row => row.Name == "Verkkosivut");
        Assert.DoesNotContain(token, client.TokenHash, StringComparison.Ordinal);
        var listed = await PageVisit.ReadAsync(await publisher.Client.GetAsync("/oma/ohjelmat"));
        Assert.DoesNotContain(token, listed.Text, StringComparison.Ordinal);

        // Whoever ends one, or makes the next, reads where it works and what it opens.
        Assert.Contains("Verkkosivut (Kirjoittaja, Liikuttajat ry; Tarjonnan kirjoittaminen ja julkaiseminen (offerings:write))", listed.Main.TextContent, StringComparison.Ordinal);
        Assert.All(tray.Services.GetRequiredService<OperationTable>().Scopes, scope =>
            Assert.EndsWith($" ({scope})", listed.Main.QuerySelector($"input[value='{scope}']")!.Closest("label")!.TextContent.TrimEnd(), StringComparison.Ordinal));

        Assert.Equal(302, (int)(await publisher.SendAsync("/oma/ohjelmat", "/oma/ohjelmat/pois", ("client", $"{client.Id}"))).StatusCode);
        Assert.Equal(401, await AskAsync(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tray_0000")]
    [InlineData("' OR 1=1 --")]
    public async Task Are_refused_with_a_token_that_is_nobodys(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/themes");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        var answer = await tray.SendAsync(request);
        Assert.Equal((401, "UNAUTHENTICATED"), ((int)answer.Status, answer.Code));
        Assert.Contains(answer.Headers.WwwAuthenticate, header => header.Scheme == "Bearer");
    }

    [Fact]
    public async Task May_only_what_their_scopes_are_for_and_no_page_of_people()
    {
        var desk = tray.Services.GetRequiredService<MachineClientDesk>();
        var maker = Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, Walkers)]);
        var token = await desk.MakeAsync(maker, "Ohjelma", new Grant(Role.Publisher, Walkers), ["offerings:write"], CancellationToken.None);
        using var page = new HttpRequestMessage(HttpMethod.Get, "/oma/ihmiset") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        Assert.Equal(403, (int)(await tray.Client.SendAsync(page)).StatusCode);
        var caller = (await desk.OfTokenAsync(token, CancellationToken.None))!;
        new Operation("x", false, [Role.Publisher], "offerings:write").Check(caller);
        Assert.Throws<ForbiddenException>(() => new Operation("x", false, [Role.Publisher], "referrals:write").Check(caller));
        Assert.Throws<ForbiddenException>(() => new Operation("x", false, [Role.Publisher], null).Check(caller));
        Assert.False(GrantRule.MayGive(caller, new Grant(Role.Editor, Walkers)));
    }

    [Fact]
    public async Task Are_not_made_for_others_or_without_a_known_scope()
    {
        var desk = tray.Services.GetRequiredService<MachineClientDesk>();
        var maker = Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, Walkers)]);
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.MakeAsync(maker, "Ohjelma", new Grant(Role.Administrator), ["offerings:write"], CancellationToken.None));
        await Assert.ThrowsAsync<MachineClientInvalidException>(() => desk.MakeAsync(maker, "Ohjelma", new Grant(Role.Editor, Walkers), ["kaikki"], CancellationToken.None));
        await Assert.ThrowsAsync<MachineClientInvalidException>(() => desk.MakeAsync(maker, "Ohjelma", new Grant(Role.Editor, Walkers), [], CancellationToken.None));
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Source.IdOf("seed", "organisation:kaupunki")));
        var answer = await other.SendAsync("/oma/ohjelmat", "/oma/ohjelmat", ("name", "x"), ("grant", $"EDITOR {Walkers}"), ("scope", "offerings:write"));
        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Of_others_are_answered_as_none_and_go_on()
    {
        var desk = tray.Services.GetRequiredService<MachineClientDesk>();
        var maker = Caller.Person(Guid.NewGuid(), "Julkaisija", [new Grant(Role.Publisher, Walkers)]);
        var name = $"{Guid.NewGuid()}";
        var token = await desk.MakeAsync(maker, name, new Grant(Role.Editor, Walkers), ["offerings:write"], CancellationToken.None);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var client = await context.Set<MachineClient>().SingleAsync(row => row.Name == name);
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Source.IdOf("seed", "organisation:kaupunki")));
        await other.SendAsync("/oma/ohjelmat", "/oma/ohjelmat", ("name", "Oma"), ("grant", $"EDITOR {Source.IdOf("seed", "organisation:kaupunki")}"), ("scope", "offerings:write"));
        foreach (var id in new[] { client.Id, Guid.NewGuid() })
        {
            Assert.Equal(302, (int)(await other.SendAsync("/oma/ohjelmat", "/oma/ohjelmat/pois", ("client", $"{id}"))).StatusCode);
        }

        Assert.Equal(200, await AskAsync(token));
    }

    [Fact]
    public async Task End_with_the_role_by_which_they_were_made_and_no_others()
    {
        var city = Source.IdOf("seed", "organisation:kaupunki");
        Grant[] grants = [new(Role.Publisher, Walkers), new(Role.Publisher, city)];
        using var leaver = await Person.SignedInAsync(tray, grants);
        using var colleague = await Person.SignedInAsync(tray, grants[1]);
        var desk = tray.Services.GetRequiredService<MachineClientDesk>();
        var self = Caller.Person(leaver.Account, "Lähtijä", grants);
        var lost = await desk.MakeAsync(self, "Kaupungilla", new Grant(Role.Coordinator, city), ["referrals"], CancellationToken.None);
        var kept = await desk.MakeAsync(self, "Liikuttajilla", new Grant(Role.Editor, Walkers), ["offerings:write"], CancellationToken.None);
        var theirs = await desk.MakeAsync(Caller.Person(colleague.Account, "Jääjä", [grants[1]]), "Jääjällä", new Grant(Role.Editor, city), ["offerings:write"], CancellationToken.None);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var given = await context.Set<GivenGrant>().SingleAsync(row => row.AccountId == leaver.Account && row.Organisation == city);
        Assert.Equal((200, 200, 200), (await AskAsync(lost), await AskAsync(kept), await AskAsync(theirs)));
        await colleague.SendAsync("/oma/ihmiset", "/oma/ihmiset/pois", ("grant", $"{given.Id}"));
        Assert.Equal((401, 200, 200), (await AskAsync(lost), await AskAsync(kept), await AskAsync(theirs)));
    }

    private async Task<int> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/themes") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await tray.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
