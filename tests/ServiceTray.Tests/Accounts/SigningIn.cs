using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Accounts;

[Collection(SmallTray.Name)]
public sealed class SigningIn(SmallTray small) : IAsyncLifetime
{
    private const string Known = "(known)";

    private readonly TrayApp tray = small.App;
    private readonly string name = $"maija-{Guid.NewGuid():N}@esimerkki.example";

    public Task InitializeAsync() => tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(
        new NewAccount(name, "Maija Virtanen", Person.Password), [new Grant(Role.Administrator)], null, CancellationToken.None);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Opens_the_own_page_and_signing_out_closes_it_for_good()
    {
        using var person = new Person(tray);
        Assert.Equal("/oma", Location(await person.SignInAsync($" {name.ToUpperInvariant()} ", Person.Password)));
        var own = await OwnAsync(person);
        Assert.Contains("Maija Virtanen", own.Main.TextContent, StringComparison.Ordinal);
        Assert.Contains("Palvelun ylläpitäjä", own.Main.TextContent, StringComparison.Ordinal);

        var stolen = person.Cookies.GetCookieHeader(tray.Client.BaseAddress!);
        Assert.Equal("/", Location(await person.SendAsync("/oma", "/kirjaudu-ulos")));
        Assert.Equal("/kirjaudu?paluu=%2Foma", (await OwnAsync(person)).Header("Location"));

        using var replay = new HttpRequestMessage(HttpMethod.Get, "/oma") { Headers = { { "Cookie", stolen } } };
        Assert.Equal(HttpStatusCode.Redirect, (await tray.Client.SendAsync(replay)).StatusCode);
    }

    [Fact]
    public async Task In_a_second_tab_leads_on_where_the_first_has_signed_in()
    {
        using var person = new Person(tray);
        var second = (await PageVisit.ReadAsync(await person.Client.GetAsync("/kirjaudu?paluu=/oma/alueet"))).Main.QuerySelector("form[method=post]")!;
        await person.SignInAsync(name, Person.Password);
        using var content = new FormUrlEncodedContent(
            [.. second.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value"))), KeyValuePair.Create("name", (string?)name), KeyValuePair.Create("password", (string?)"väärä salasana")]);
        Assert.Equal("/oma/alueet", Location(await person.Client.PostAsync("/kirjaudu", content)));
        Assert.Contains("Maija Virtanen", (await OwnAsync(person)).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Again_lets_a_form_be_sent_that_was_sent_when_the_session_was_over()
    {
        using var person = new Person(tray);
        await person.SignInAsync(name, Person.Password);
        var page = await PageVisit.ReadAsync(await person.Client.GetAsync("/oma/alueet"));
        var form = page.Main.QuerySelector("form")!;
        (string, string)[] fields = [.. form.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? "")), ("secondPerson", "no")];
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            await context.Set<Session>().Where(row => context.Set<Account>().Any(account => account.Id == row.AccountId && account.SignInName == name)).ExecuteDeleteAsync();
        }

        var refused = await PageVisit.ReadAsync(await SendAsync());
        Assert.Equal(401, refused.Status);
        Assert.Equal("/kirjaudu", refused.Main.QuerySelector("a[target=_blank]")!.GetAttribute("href"));
        await person.SignInAsync(name, Person.Password);
        Assert.Equal("/oma/alueet", Location(await SendAsync()));

        async Task<HttpResponseMessage> SendAsync()
        {
            using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            return await person.Client.PostAsync(form.GetAttribute("action"), content);
        }
    }

    [Theory]
    [InlineData(Known, "korppi lentää yli suun")]
    [InlineData("pekka@esimerkki.example", Person.Password)]
    [InlineData(Known, "")]
    [InlineData("", Person.Password)]
    [InlineData("' OR 1=1 --", "' OR 1=1 --")]
    [InlineData("\uD800\uFFFE", "\uFFFF")]
    public async Task With_what_is_wrong_says_the_same_of_every_name(string typed, string password)
    {
        using var person = new Person(tray);
        var page = await PageVisit.ReadAsync(await person.SignInAsync(typed == Known ? name : typed, password));
        Assert.Equal(422, page.Status);
        Assert.StartsWith("Tunnus tai salasana ei ole oikein.", page.Document.QuerySelector("[role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#password")!.GetAttribute("value"));
        Assert.Contains("uusi kutsukoodi", page.Document.QuerySelector("#forgotten")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/kirjaudu?paluu=%2Foma", (await OwnAsync(person)).Header("Location"));
    }

    [Theory]
    [InlineData("//paha.example")]
    [InlineData("https://paha.example/")]
    [InlineData("/\\paha.example")]
    [InlineData("/%2F/paha.example")]
    [InlineData("\t//paha.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/oma\r\nSet-Cookie: a=b")]
    public async Task Never_leads_to_another_site(string back)
    {
        using var person = new Person(tray);
        var page = $"/kirjaudu?paluu={Uri.EscapeDataString(back)}";
        Assert.Equal("/oma", Location(await person.SignInAsync(name, Person.Password, page)));
        using var other = new Person(tray);
        Assert.Equal("/oma", Location(await other.SendAsync("/kirjaudu", "/kirjaudu", ("name", name), ("password", Person.Password), ("paluu", back))));
    }

    [Fact]
    public async Task Leads_back_to_the_page_that_asked_for_it_in_its_language()
    {
        using var person = new Person(tray);
        var asked = await PageVisit.ReadAsync(await person.Client.GetAsync("/oma?lang=sv"));
        Assert.Equal("/kirjaudu?paluu=%2Foma&lang=sv", asked.Header("Location"));
        Assert.Equal("/oma?lang=sv", Location(await person.SignInAsync(name, Person.Password, asked.Header("Location")!)));
    }

    [Fact]
    public async Task Needs_the_pages_own_form()
    {
        var page = await PageVisit.PostAsync(tray, "/kirjaudu", ("name", name), ("password", Person.Password));
        Assert.Equal(400, page.Status);
        Assert.DoesNotContain("session=", page.Header("Set-Cookie") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_the_session_that_the_browser_came_with()
    {
        using var person = new Person(tray);
        await person.SignInAsync(name, Person.Password);
        var planted = person.Cookies.GetCookieHeader(tray.Client.BaseAddress!);
        await person.SignInAsync(name, Person.Password);
        Assert.Equal(200, (await OwnAsync(person)).Status);
        using var replay = new HttpRequestMessage(HttpMethod.Get, "/oma") { Headers = { { "Cookie", planted } } };
        Assert.Equal(HttpStatusCode.Redirect, (await tray.Client.SendAsync(replay)).StatusCode);
    }

    [Fact]
    public async Task Gives_a_cookie_that_scripts_and_other_sites_do_not_get()
    {
        using var person = new Person(tray);
        var cookie = (await person.SignInAsync(name, Person.Password)).Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(name, cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Is_nothing_to_what_another_site_sends()
    {
        using var person = new Person(tray);
        await person.SignInAsync(name, Person.Password);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kirjaudu-ulos") { Headers = { { "Origin", "https://paha.example" } }, Content = new FormUrlEncodedContent([]) };
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Client.SendAsync(request)).StatusCode);
        Assert.Equal(200, (await OwnAsync(person)).Status);
    }

    [Fact]
    public async Task Leaves_no_name_and_no_password_in_the_log()
    {
        using var person = new Person(tray);
        await person.SignInAsync(name, Person.Password);
        await person.SignInAsync(name, "melkein korppi");
        Assert.DoesNotContain(tray.Log.Lines, line => line.Contains(name, StringComparison.OrdinalIgnoreCase) || line.Contains("korppi", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<PageVisit> OwnAsync(Person person) => await PageVisit.ReadAsync(await person.Client.GetAsync("/oma"));

    private static string? Location(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString;
}
