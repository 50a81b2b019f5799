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
public sealed class Invitations(SmallTray small)
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");
    private static readonly Guid City = Source.IdOf("seed", "organisation:kaupunki");

    private readonly TrayApp tray = small.App;

    private InvitationDesk Desk => tray.Services.GetRequiredService<InvitationDesk>();

    [Fact]
    public async Task Make_an_account_with_what_they_give_and_are_good_once()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await PageVisit.ReadAsync(await publisher.SendAsync("/oma/ihmiset", "/oma/ihmiset/kutsu", ("role", "EDITOR")));
        var code = page.Document.QuerySelector("#code strong")!.TextContent.Split(' ')[^1];

        using var invited = new Person(tray);
        Assert.Equal(302, (int)(await AcceptAsync(invited, code.ToLowerInvariant().Replace('-', ' '), $"{Guid.NewGuid()}")).StatusCode);
        var own = await PageVisit.ReadAsync(await invited.Client.GetAsync("/oma"));
        Assert.Contains("Kirjoittaja: Liikuttajat ry", own.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await invited.Client.GetAsync("/oma/ihmiset")).StatusCode);

        using var second = new Person(tray);
        var refused = await PageVisit.ReadAsync(await AcceptAsync(second, code, $"{Guid.NewGuid()}"));
        Assert.Equal((422, true), (refused.Status, refused.Main.TextContent.Contains("Koodi ei kelpaa.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Give_one_who_is_signed_in_one_role_more()
    {
        var code = await Desk.InviteAsync(Caller.Person(Guid.NewGuid(), "Ylläpito", [new Grant(Role.Administrator)]), new Grant(Role.Coordinator, county: "11"), CancellationToken.None);
        using var person = await Person.SignedInAsync(tray, new Grant(Role.Editor, Walkers));
        Assert.Contains("Olet kirjautunut nimellä Testi Henkilö.", (await PageVisit.ReadAsync(await person.Client.GetAsync("/kutsu"))).Main.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await person.SendAsync("/kutsu", "/kutsu", ("code", code))).StatusCode);
        var own = (await PageVisit.ReadAsync(await person.Client.GetAsync("/oma"))).Main.TextContent;
        Assert.Contains("Koordinoiva linkkihenkilö", own, StringComparison.Ordinal);
        Assert.Contains("Kirjoittaja", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_send_a_code_at_the_same_moment_let_one_in()
    {
        var code = await Desk.InviteAsync(Caller.Person(Guid.NewGuid(), "Ylläpito", [new Grant(Role.Administrator)]), new Grant(Role.Administrator), CancellationToken.None);
        var name = $"Kutsuttu {Guid.NewGuid()}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await Desk.AcceptAsync(code, new NewAccount($"{Guid.NewGuid()}", name, Person.Password), CancellationToken.None);
                return true;
            }
            catch (InvitationUnknownException)
            {
                return false;
            }
        }));
        Assert.Single(answers, taken => taken);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var made = Assert.Single(await context.Set<Account>().Where(account => account.DisplayName == name).ToListAsync());
        Assert.Equal(Role.Administrator, Assert.Single(await context.Set<GivenGrant>().Where(given => given.AccountId == made.Id).ToListAsync()).Role);
    }

    [Fact]
    public async Task Of_several_who_choose_one_name_at_the_same_moment_let_one_have_it_and_tell_the_others()
    {
        var (accounts, name) = (tray.Services.GetRequiredService<AccountKeeper>(), $"{Guid.NewGuid()}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                await accounts.MakeAsync(new NewAccount(name, "Joku", Person.Password), [], null, CancellationToken.None);
                return null;
            }
            catch (AccountRefusedException refused)
            {
                return (AccountProblem?)refused.Problem;
            }
        })));
        Assert.Equal([null, .. Enumerable.Repeat((AccountProblem?)AccountProblem.NameTaken, 7)], answers.Order());
    }

    [Theory]
    [InlineData("PUBLISHER", "kaupunki")]
    [InlineData("ADMINISTRATOR", "")]
    [InlineData("AUDITOR", "")]
    [InlineData("COORDINATOR", "11")]
    public async Task Are_not_made_for_what_is_not_ones_own_to_give(string role, string place)
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var answer = await publisher.SendAsync("/oma/ihmiset", "/oma/ihmiset/kutsu", ("role", role), ("place", place == "kaupunki" ? $"{City}" : place));
        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task End_and_are_never_made_twice_the_same()
    {
        var caller = Caller.Person(Guid.NewGuid(), "Ylläpito", [new Grant(Role.Administrator)]);
        var codes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Desk.InviteAsync(caller, new Grant(Role.Auditor), CancellationToken.None)));
        Assert.Equal(3, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(23, code.Length));
        await Assert.ThrowsAsync<InvitationUnknownException>(() => Desk.AcceptAsync("7K2QD-00000-00000-00000", Guid.NewGuid(), CancellationToken.None));
        await Assert.ThrowsAsync<InvitationUnknownException>(() => Desk.AcceptAsync("", Guid.NewGuid(), CancellationToken.None));
    }

    [Fact]
    public async Task Taken_back_as_roles_are_gone_at_the_next_request()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        using var editor = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        Assert.Equal(200, (int)(await editor.Client.GetAsync("/oma/ihmiset")).StatusCode);
        var accounts = tray.Services.GetRequiredService<AccountKeeper>();
        var given = (await accounts.PeopleAsync(City, null, CancellationToken.None)).Single(row => row.Given.AccountId == editor.Account).Given;
        var ownCode = await Desk.InviteAsync(Caller.Person(editor.Account, "", [new Grant(Role.Publisher, City)]), new Grant(Role.Publisher, City), CancellationToken.None);
        Assert.Equal(302, (int)(await publisher.SendAsync("/oma/ihmiset", "/oma/ihmiset/pois", ("grant", $"{given.Id}"))).StatusCode);

        // What she had invited to, as herself, is gone with it.
        Assert.False(await Desk.IsOpenAsync(ownCode, CancellationToken.None));
        Assert.Equal(403, (int)(await editor.Client.GetAsync("/oma/ihmiset")).StatusCode);

        // Nobody takes her own, so that an organisation is never left with nobody by a slip.
        var own = (await accounts.PeopleAsync(City, null, CancellationToken.None)).Single(row => row.Given.AccountId == publisher.Account).Given;
        Assert.Equal(403, (int)(await publisher.SendAsync("/oma/ihmiset", "/oma/ihmiset/kutsu", ("role", "ADMINISTRATOR"), ("place", ""))).StatusCode);
        await Assert.ThrowsAsync<ForbiddenException>(() =>
            accounts.TakeAsync(Caller.Person(publisher.Account, "", [new Grant(Role.Publisher, City)]), own.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Give_roles_that_who_may_not_take_them_finds_as_if_they_were_none()
    {
        using var colleague = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City), new Grant(Role.Editor, City));
        using var taker = await Person.SignedInAsync(tray, new Grant(Role.Publisher, City));
        using var stranger = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var grant = (await context.Set<GivenGrant>().FirstAsync(given => given.AccountId == stranger.Account)).Id;
        foreach (var id in new[] { grant, Guid.NewGuid() })
        {
            Assert.Equal(302, (int)(await taker.SendAsync("/oma/ihmiset", "/oma/ihmiset/pois", ("grant", $"{id}"))).StatusCode);
        }

        Assert.True(await context.Set<GivenGrant>().AnyAsync(given => given.Id == grant));
    }

    [Fact]
    public async Task Make_the_first_administrator_and_then_no_more()
    {
        await using var fresh = await TrayApp.StartAsync("none");
        var desk = fresh.Services.GetRequiredService<InvitationDesk>();
        var first = (await desk.FirstAdministratorAsync(CancellationToken.None))!;
        var second = (await desk.FirstAdministratorAsync(CancellationToken.None))!;
        await Assert.ThrowsAsync<InvitationUnknownException>(() => desk.AcceptAsync(first, new NewAccount("a", "A", Person.Password), CancellationToken.None));
        using var person = new Person(fresh);
        Assert.Equal(302, (int)(await AcceptAsync(person, second, "yllapito")).StatusCode);
        Assert.Contains("Palvelun ylläpitäjä", (await PageVisit.ReadAsync(await person.Client.GetAsync("/oma"))).Main.TextContent, StringComparison.Ordinal);
        Assert.Null(await desk.FirstAdministratorAsync(CancellationToken.None));
        Assert.DoesNotContain(fresh.Log.Lines, line => line.Contains(second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lyhyt", "Salasana on liian lyhyt.")]
    [InlineData("aaaaaaaaaaaaaaaa", "Salasana on liian helppo arvata.")]
    public async Task Stay_good_when_the_account_cannot_be_made(string password, string words)
    {
        var code = await Desk.InviteAsync(Caller.Person(Guid.NewGuid(), "Ylläpito", [new Grant(Role.Administrator)]), new Grant(Role.Auditor), CancellationToken.None);
        using var person = new Person(tray);
        var page = await PageVisit.ReadAsync(await person.SendAsync("/kutsu", "/kutsu", ("code", code), ("name", $"{Guid.NewGuid()}"), ("displayName", "Liisa"), ("password", password)));
        Assert.Equal(422, page.Status);
        Assert.Contains(words, page.Main.TextContent, StringComparison.Ordinal);
        Assert.Equal("Liisa", page.Document.QuerySelector("#displayName")!.GetAttribute("value"));
        Assert.Equal(302, (int)(await AcceptAsync(person, code, $"{Guid.NewGuid()}")).StatusCode);
    }

    private static Task<HttpResponseMessage> AcceptAsync(Person person, string code, string name) =>
        person.SendAsync("/kutsu", "/kutsu", ("code", code), ("name", name), ("displayName", "Liisa Lehto"), ("password", Person.Password));
}
