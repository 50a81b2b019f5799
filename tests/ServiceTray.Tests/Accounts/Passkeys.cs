using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Accounts.Passkeys;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>A passkey lets its account in, and nothing that resembles one does.</summary>
[Collection(SmallTray.Name)]
public sealed class Passkeys(SmallTray small) : IAsyncLifetime, IDisposable
{
    private const string Page = "/oma/tili";
    private const string SignIn = "/kirjaudu";

    private readonly TrayApp tray = small.App;
    private readonly SoftKey key = new();
    private Person person = null!;

    private string Origin => tray.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync() => person = await Person.SignedInAsync(tray);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        person.Dispose();
        key.Dispose();
    }

    [Fact]
    public async Task Let_in_whose_device_signs_and_are_listed_with_name_and_last_use()
    {
        await MakeAsync("Oma puhelin");
        var page = await PageVisit.ReadAsync(await person.Client.GetAsync(Page));
        Assert.Contains("Oma puhelin", page.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ei vielä käytetty.", page.Main.TextContent, StringComparison.Ordinal);

        using var other = new Person(tray);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(other, key.Sign(await AskAsync(other), Origin))).StatusCode);
        page = await PageVisit.ReadAsync(await other.Client.GetAsync(Page));
        Assert.Contains("Käytetty viimeksi", page.Main.TextContent, StringComparison.Ordinal);
        var row = await RowAsync();
        Assert.Equal((key.Count, TrayApp.Now), ((uint)row!.SignCount, row.UsedAt!.Value));
    }

    [Fact]
    public async Task Are_asked_of_nobody_by_name()
    {
        await MakeAsync("Avain");
        using var other = new Person(tray);
        var asked = await AskAsync(other);
        Assert.Empty(asked.GetProperty("allowCredentials").EnumerateArray());
        Assert.Equal("required", asked.GetProperty("userVerification").GetString());
        Assert.Equal(tray.Client.BaseAddress!.Host, asked.GetProperty("rpId").GetString());
    }

    [Fact]
    public async Task Taken_away_let_nobody_in_and_another_cannot_take_them()
    {
        await MakeAsync("Avain");
        var id = $"{(await RowAsync())!.Id}";
        using var stranger = await Person.SignedInAsync(tray);
        using var others = new SoftKey();
        Assert.Equal(302, (int)(await AddAsync(stranger, "Oma", others.Make(await AskOwnAsync(stranger), Origin))).StatusCode);
        await stranger.SendAsync(Page, "/oma/tili/avaimet/poisto", ("passkey", id));
        Assert.NotNull(await RowAsync());
        await person.SendAsync(Page, "/oma/tili/avaimet/poisto", ("passkey", id));
        Assert.Null(await RowAsync());
        using var other = new Person(tray);
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(await AskAsync(other), Origin))).StatusCode);
    }

    [Theory]
    [InlineData("https://paha.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Of_another_site_are_refused_both_ways(string origin)
    {
        using var others = new SoftKey();
        Assert.Equal(422, (int)(await AddAsync(person, "Avain", others.Make(await AskOwnAsync(person), origin))).StatusCode);
        Assert.Null(await RowAsync());
        await MakeAsync("Avain");
        using var other = new Person(tray);
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(await AskAsync(other), origin))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.Client.GetAsync("/oma")).StatusCode);
    }

    [Fact]
    public async Task Answer_only_the_question_of_their_own_browser()
    {
        await MakeAsync("Avain");
        using var mine = new Person(tray);
        using var other = new Person(tray);
        using var nobody = new Person(tray);
        var asked = await AskAsync(mine);
        await AskAsync(other);
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(asked, Origin))).StatusCode);
        Assert.Equal(422, (int)(await AnswerAsync(nobody, key.Sign(asked, Origin))).StatusCode);
        Assert.Equal(302, (int)(await AnswerAsync(mine, key.Sign(asked, Origin))).StatusCode);
    }

    [Fact]
    public async Task Answer_once_and_in_time()
    {
        await MakeAsync("Avain");
        using var other = new Person(tray);
        var asked = await AskAsync(other);
        var cookie = other.Cookies.GetCookies(tray.Client.BaseAddress!)["passkey"]!.Value;
        Assert.Equal(302, (int)(await AnswerAsync(other, key.Sign(asked, Origin))).StatusCode);

        // With the cookie put back and a count that goes on, all but the challenge would do.
        Put(other, cookie);
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(asked, Origin))).StatusCode);

        asked = await AskAsync(other);
        var sealer = tray.Services.GetRequiredService<Sealer>();
        var challenge = sealer.OpenOrNull<PasskeyChallenge>("passkey", other.Cookies.GetCookies(tray.Client.BaseAddress!)["passkey"]!.Value)!;
        Put(other, sealer.Seal("passkey", challenge with { EndsAt = TrayApp.Now }));
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(asked, Origin))).StatusCode);
        Put(other, "väärennetty");
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(asked, Origin))).StatusCode);
    }

    [Fact]
    public async Task Made_for_one_account_are_not_taken_by_another()
    {
        using var other = await Person.SignedInAsync(tray);
        var made = key.Make(await AskOwnAsync(person), Origin);
        var cookie = person.Cookies.GetCookies(tray.Client.BaseAddress!)["passkey"]!.Value;
        Put(other, cookie);
        Assert.Equal(422, (int)(await AddAsync(other, "Avain", made)).StatusCode);
        Assert.Null(await RowAsync());
    }

    [Fact]
    public async Task Whose_count_does_not_go_on_or_whose_owner_was_not_seen_are_refused()
    {
        await MakeAsync("Avain");
        using var other = new Person(tray);
        key.Count -= 1;
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(await AskAsync(other), Origin))).StatusCode);
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(await AskAsync(other), Origin, flags: 1))).StatusCode);
        Assert.Equal(302, (int)(await AnswerAsync(other, key.Sign(await AskAsync(other), Origin))).StatusCode);
    }

    [Fact]
    public async Task Are_taken_however_often_somebody_guessed_at_password_or_key()
    {
        await MakeAsync("Avain");
        var name = "";
        await ChangeAsync(account => name = account.SignInName!);
        using var other = new Person(tray);
        for (var i = 0; i < SignInGuard.MostTries + 1; i++)
        {
            Assert.Equal(422, (int)(await other.SignInAsync(name, "väärä salasana")).StatusCode);
            Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(await AskAsync(other), "https://paha.example"))).StatusCode);
        }

        await ChangeAsync(account => account.FailedTries = SignInGuard.MostInADay);
        Assert.Equal(302, (int)(await AnswerAsync(other, key.Sign(await AskAsync(other), Origin))).StatusCode);
    }

    [Fact]
    public async Task Of_a_closed_account_let_nobody_in()
    {
        await MakeAsync("Avain");
        await ChangeAsync(account => account.ClosedAt = TrayApp.Now);
        using var other = new Person(tray);
        Assert.Equal(422, (int)(await AnswerAsync(other, key.Sign(await AskAsync(other), Origin))).StatusCode);
    }

    [Fact]
    public async Task Go_with_their_owner_when_the_account_is_handed_over()
    {
        await MakeAsync("Avain");
        var made = await PageVisit.ReadAsync(await person.SendAsync(Page, "/oma/tili/luovutus", ("password", Person.Password)));
        var code = made.Document.QuerySelector("strong.code")!.TextContent.Split(' ')[^1];
        using var next = new Person(tray);
        Assert.Equal(302, (int)(await next.SendAsync("/kirjaudu/luovutus", "/kirjaudu/luovutus", ("code", code), ("displayName", "Seuraaja"), ("password", "aivan toinen lause"))).StatusCode);
        Assert.Null(await RowAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"id\":7}")]
    [InlineData("{\"id\":\"\\ud800\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task That_are_none_are_refused_and_break_nothing(string credential)
    {
        await AskOwnAsync(person);
        Assert.Equal(422, (int)(await AddAsync(person, "Avain", credential)).StatusCode);
        using var other = new Person(tray);
        await AskAsync(other);
        Assert.Equal(422, (int)(await AnswerAsync(other, credential)).StatusCode);
    }

    [Fact]
    public async Task Need_a_name_and_are_at_most_ten()
    {
        Assert.Equal(422, (int)(await AddAsync(person, " ", key.Make(await AskOwnAsync(person), Origin))).StatusCode);
        for (var i = 0; i < PasskeyDesk.Most; i++)
        {
            using var one = new SoftKey();
            Assert.Equal(302, (int)(await AddAsync(person, $"Avain {i}", one.Make(await AskOwnAsync(person), Origin))).StatusCode);
        }

        var page = await PageVisit.ReadAsync(await AddAsync(person, "Liikaa", key.Make(await AskOwnAsync(person), Origin)));
        Assert.Equal(422, page.Status);
        Assert.Contains("jo kymmenen", page.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_made_by_whoever_has_the_password_and_not_by_who_sits_at_an_open_browser()
    {
        var credential = key.Make(await AskOwnAsync(person), Origin);
        using var made = await person.SendAsync(Page, "/oma/tili/avaimet", ("name", "Vieras"), ("credential", credential), ("password", "arvattu lause tässä"));
        Assert.Equal(422, (int)made.StatusCode);
        Assert.Null(await RowAsync());
        var page = await new HtmlParser().ParseDocumentAsync(await person.Client.GetStringAsync(Page));
        var token = page.QuerySelector("form[data-passkey] input[name^=__]")!;
        using var content = new FormUrlEncodedContent([new(token.GetAttribute("name")!, token.GetAttribute("value")!)]);
        using var asked = await person.Client.PostAsync("/oma/tili/avaimet/kysymys", content);
        Assert.Equal(422, (int)asked.StatusCode);
        Assert.DoesNotContain("challenge", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AskAsync(Person at, string page, string action, string ask)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await at.Client.GetStringAsync(page));
        var form = document.QuerySelectorAll("form").First(form => form.GetAttribute("action")!.Split('?')[0] == action);
        Assert.Equal(ask, form.GetAttribute("data-ask"));
        var token = form.QuerySelector("input[name^=__]")!;
        using var content = new FormUrlEncodedContent([new(token.GetAttribute("name")!, token.GetAttribute("value")!), new("password", Person.Password)]);
        using var answer = await at.Client.PostAsync(ask, content);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Clone();
    }

    private static Task<JsonElement> AskAsync(Person at) => AskAsync(at, SignIn, "/kirjaudu/avain", "/kirjaudu/avain/kysymys");

    private static Task<JsonElement> AskOwnAsync(Person at) => AskAsync(at, Page, "/oma/tili/avaimet", "/oma/tili/avaimet/kysymys");

    private static Task<HttpResponseMessage> AnswerAsync(Person at, string credential) => at.SendAsync(SignIn, "/kirjaudu/avain", ("credential", credential));

    private static Task<HttpResponseMessage> AddAsync(Person at, string name, string credential) =>
        at.SendAsync(Page, "/oma/tili/avaimet", ("name", name), ("credential", credential), ("password", Person.Password));

    private async Task MakeAsync(string name) => Assert.Equal(302, (int)(await AddAsync(person, name, key.Make(await AskOwnAsync(person), Origin))).StatusCode);

    private void Put(Person at, string cookie) => at.Cookies.Add(tray.Client.BaseAddress!, new Cookie("passkey", Uri.EscapeDataString(cookie), "/"));

    private async Task<Passkey?> RowAsync()
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        return await context.Set<Passkey>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == person.Account);
    }

    private async Task ChangeAsync(Action<Account> change)
    {
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        change(await context.Set<Account>().SingleAsync(row => row.Id == person.Account));
        await context.SaveChangesAsync();
    }
}
