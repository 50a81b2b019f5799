using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Publishing;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>Whoever has an account gives it another password, and ends it.</summary>
public sealed class OwnAccounts : IAsyncLifetime
{
    private const string Page = "/oma/tili";

    private const string Password = "harakka istuu aidalla";

    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private readonly string name = $"{Guid.NewGuid():N}@esimerkki.example";
    private TrayApp tray = null!;
    private Person person = null!;

    public async Task InitializeAsync()
    {
        tray = await TrayApp.StartAsync();
        await MakeAsync(name, new Grant(Role.Publisher, Walkers));
        person = await HerAsync();
    }

    public async Task DisposeAsync()
    {
        person.Dispose();
        await tray.DisposeAsync();
    }

    [Fact]
    public async Task Another_password_needs_the_one_she_has_and_ends_her_other_sessions()
    {
        using var elsewhere = new Person(tray);
        await elsewhere.SignInAsync(name, Person.Password);
        foreach (var (old, next) in new[] { ("arvaus ei ole oikein", Password), (Person.Password, "lyhyt"), (Person.Password, "aaaaaaaaaaaaaa"), ("", Password) })
        {
            Assert.Equal(422, (int)(await ChangeAsync(old, next)).StatusCode);
        }

        Assert.Equal(200, (int)(await elsewhere.Client.GetAsync(Page)).StatusCode);
        var changed = await PageVisit.ReadAsync(await ChangeAsync(Person.Password, Password));
        Assert.Equal((200, "Salasana on vaihdettu."), (changed.Status, changed.Main.QuerySelector("[role=status]")!.TextContent.Trim()));
        Assert.Equal(200, (int)(await person.Client.GetAsync(Page)).StatusCode);
        Assert.Equal(302, (int)(await elsewhere.Client.GetAsync(Page)).StatusCode);
        using var again = new Person(tray);
        Assert.Equal(422, (int)(await again.SignInAsync(name, Person.Password)).StatusCode);
        Assert.Equal(302, (int)(await again.SignInAsync(name, Password)).StatusCode);
    }

    [Fact]
    public async Task Guessing_at_an_open_browser_ends_after_five_and_shuts_nobody_out_at_the_door()
    {
        for (var i = 0; i < SignInGuard.MostTries; i++)
        {
            Assert.Equal(422, (int)(await ChangeAsync($"arvaus numero {i}", Password)).StatusCode);
        }

        Assert.Equal(422, (int)(await ChangeAsync(Person.Password, Password)).StatusCode);
        Assert.Equal(422, (int)(await CloseAsync(person, Person.Password)).StatusCode);
        using var her = new Person(tray);
        Assert.Equal(302, (int)(await her.SignInAsync(name, Person.Password)).StatusCode);
    }

    [Fact]
    public async Task Its_end_lets_nobody_in_and_what_she_did_stays_in_the_history()
    {
        var form = $"/oma/tarjonta/uusi/{Walkers}";
        var draft = (await person.SendAsync(form, form, ("name", "Jäävä ryhmä"), ("summary", "Jää historiaan."), ("theme", "COMMUNITY"), ("area", "70100"), ("phone", "017 123"), ("kind", "ACTIVITY"))).Headers.Location!.OriginalString;
        var program = await PageVisit.ReadAsync(await person.SendAsync("/oma/ohjelmat", "/oma/ohjelmat", ("name", "Hänen ohjelmansa"), ("grant", $"EDITOR {Walkers}"), ("scope", "offerings:write")));
        var token = program.Document.QuerySelector("#token strong")!.TextContent.Split(' ')[^1];
        Assert.Equal(422, (int)(await CloseAsync(person, "ei ole tämä sana")).StatusCode);
        Assert.Equal(422, (int)(await person.SendAsync(Page, $"{Page}/sulje", ("password", Person.Password))).StatusCode);
        var closed = await PageVisit.ReadAsync(await CloseAsync(person, Person.Password));
        Assert.True(closed.Status == 200, string.Join('\n', tray.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))));
        Assert.Equal((200, "Tilisi on suljettu"), (closed.Status, closed.Main.QuerySelector("h1")!.TextContent));
        Assert.Null(closed.Document.QuerySelector(".own"));

        Assert.Equal(302, (int)(await person.Client.GetAsync(Page)).StatusCode);
        Assert.Equal(422, (int)(await person.SignInAsync(name, Person.Password)).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/themes") { Headers = { Authorization = new("Bearer", token) } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await tray.Client.SendAsync(request)).StatusCode);
        await using var context = await ContextAsync();
        var id = Guid.Parse(draft.Split('/')[^1]);
        Assert.Equal(["Testi Henkilö"], await context.Set<Edition>().Where(edition => edition.DraftId == id).Select(edition => edition.ByName).ToListAsync());
        Assert.False(await context.Set<GivenGrant>().AnyAsync(given => given.Organisation == Walkers && given.Role == Role.Publisher));

        // The name is free again, for another account.
        await MakeAsync(name, new Grant(Role.Publisher, Walkers));
    }

    [Fact]
    public async Task The_last_administrator_stays_and_of_two_who_go_at_once_one_does()
    {
        using var only = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        var refused = await PageVisit.ReadAsync(await CloseAsync(only, Person.Password));
        Assert.Equal(422, refused.Status);
        Assert.Contains("viimeinen ylläpitäjä", refused.Main.TextContent, StringComparison.Ordinal);
        using var other = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        var both = await Task.WhenAll(CloseAsync(only, Person.Password), CloseAsync(other, Person.Password));
        Assert.Equal([200, 422], both.Select(answer => (int)answer.StatusCode).Order());
        await using var context = await ContextAsync();
        Assert.Equal(1, await context.Set<GivenGrant>().CountAsync(given => given.Role == Role.Administrator));
    }

    private async Task<Person> HerAsync()
    {
        var her = new Person(tray);
        await her.SignInAsync(name, Person.Password);
        return her;
    }

    private Task<HttpResponseMessage> ChangeAsync(string old, string next) => person.SendAsync(Page, $"{Page}/salasana", ("old", old), ("password", next));

    private static Task<HttpResponseMessage> CloseAsync(Person who, string password) => who.SendAsync(Page, $"{Page}/sulje", ("password", password), ("sure", "yes"));

    private Task<Account> MakeAsync(string signIn, Grant grant) => tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(
        new NewAccount(signIn, "Testi Henkilö", Person.Password), [grant], null, CancellationToken.None);

    private Task<TrayContext> ContextAsync() => tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
}
