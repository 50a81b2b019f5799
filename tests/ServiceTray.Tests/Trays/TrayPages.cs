using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Trays;

/// <summary>Trays as pages, by one who has a browser with cookies and no script.</summary>
public sealed class TrayPages : IAsyncLifetime, IDisposable
{
    private static readonly string Swimming = $"{Source.IdOf("seed", "uimahalli")}";
    private static readonly string Walking = $"{Source.IdOf("seed", "kavelyryhma")}";
    private static readonly string Concert = $"{Source.IdOf("seed", "konsertti")}";

    private readonly CookieContainer cookies = new();
    private TrayApp tray = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        tray = await TrayApp.StartAsync();
        browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = tray.Client.BaseAddress };
    }

    public async Task DisposeAsync() => await tray.DisposeAsync();

    public void Dispose() => browser.Dispose();

    [Fact]
    public async Task Lead_from_a_pick_over_notes_and_order_to_a_list_that_its_code_opens()
    {
        Assert.Empty(cookies.GetAllCookies());
        var offering = await GetAsync($"/tarjonta/{Swimming}");
        Assert.Equal("Poimi listalle: Uimahalli", offering.Document.QuerySelector("button[form=pick]")!.TextContent);
        await PostAsync("/poiminnat", ("pick", Swimming));
        var picks = await PostAsync("/poiminnat", ("pick", Walking), ("pick", Swimming));
        Assert.Equal(["Uimahalli", "Kävelyryhmä"], picks.All("main .card h2"));
        var cookie = Assert.Single(cookies.GetAllCookies());
        Assert.Equal(("picks", true, DateTime.MinValue), (cookie.Name, cookie.HttpOnly, cookie.Expires));
        Assert.DoesNotContain(Convert.ToBase64String(Guid.Parse(Swimming).ToByteArray())[..10], cookie.Value);

        var moved = await PressAsync(picks, "Alemmas", ($"note-{Swimming}", "Ota uimapuku"), ("greeting", "Hei Aino!\nTässä."));
        Assert.Equal(["Kävelyryhmä", "Uimahalli"], moved.All("main .card h2"));
        Assert.Equal("Ota uimapuku", moved.Document.QuerySelector<IHtmlTextAreaElement>($"#note-{Swimming}")!.Value);

        var saved = await PressAsync(moved, "Tee lista");
        Assert.Equal((200, "Lista on valmis"), (saved.Status, saved.Main.QuerySelector("h1")!.TextContent));
        var (code, key) = (saved.All(".along .code").Single(), saved.All(".note .code").Single());
        Assert.Empty(cookies.GetAllCookies());

        var read = await GetAsync($"/lista/{code}");
        Assert.Equal(["Kävelyryhmä", "Uimahalli"], read.All("main .card h2"));
        Assert.Equal(["Hei Aino!\nTässä.", "Ota uimapuku"], read.All(".said"));
        Assert.DoesNotContain(key, read.Text);
        Assert.Contains("no-store", read.Header("Cache-Control"));
        Assert.Contains("noindex", read.Header("X-Robots-Tag"));
        Assert.Contains(code, read.All(".whole").Single());

        var copied = await PostAsync($"/lista/{code}/kopio");
        Assert.Equal(["Kävelyryhmä", "Uimahalli"], copied.All("main .card h2"));
        Assert.Equal(code, (await PostAsync("/lista", ("code", code.ToLowerInvariant().Replace("-", " ")))).All(".along .code").Single());

        var edit = await PostAsync("/lista/muokkaus", ("code", code), ("editKey", key));
        Assert.Equal("Ota uimapuku", edit.Document.QuerySelector<IHtmlTextAreaElement>($"#note-{Swimming}")!.Value);
        var without = await PressAsync(edit, "Poista: Kävelyryhmä");
        await PressAsync(without, "Tallenna muutokset");
        Assert.Equal(["Uimahalli"], (await GetAsync($"/lista/{code}")).All("main .card h2"));

        var gone = await PressAsync(await PostAsync("/lista/muokkaus", ("code", code), ("editKey", key)), "Poista koko lista");
        Assert.Equal("Lista on poistettu", gone.Main.QuerySelector("h1")!.TextContent);
        Assert.Equal(404, (await GetAsync($"/lista/{code}")).Status);
    }

    [Fact]
    public async Task Say_the_same_of_every_code_and_key_that_open_nothing()
    {
        var code = await MadeAsync(Swimming);
        var pages = new[]
        {
            await GetAsync("/lista/x"), await PostAsync("/lista", ("code", "")), await PostAsync("/lista", ("code", "0000-0000-0000-0000")),
            await PostAsync("/lista/muokkaus", ("code", code), ("editKey", "0000-0000-0000-0000")), await PostAsync("/lista/0000-0000-0000-0000/kopio"),
            await PostAsync("/poiminnat/lista", ("do", "delete"), ("code", code)), await PostAsync("/poiminnat/lista", ("do", "save"), ("code", code), ("editKey", "x"), ("item", Swimming)),
        };
        Assert.All(pages, page => Assert.Equal((404, "Listaa ei löydy", pages[0].Main.TextContent), (page.Status, page.Main.QuerySelector("h1")!.TextContent, page.Main.TextContent)));
        Assert.Equal(200, (await GetAsync($"/lista/{code}")).Status);
    }

    [Fact]
    public async Task Keep_what_was_typed_when_it_cannot_be_kept_and_say_why()
    {
        var page = await PostAsync("/poiminnat/lista", ("do", "save"), ("item", Swimming), ($"note-{Swimming}", new string('x', 501)), ("greeting", "Hei"), ("days", "365"));
        Assert.Equal(422, page.Status);
        Assert.Contains("enintään 500 merkkiä", page.All("[role=alert] li").Single());
        Assert.NotNull(page.Document.QuerySelector(page.Document.QuerySelector("[role=alert] a")!.GetAttribute("href")!));
        Assert.Equal(501, page.Document.QuerySelector<IHtmlTextAreaElement>($"#note-{Swimming}")!.Value.Length);
        Assert.Equal("365", page.Document.QuerySelector<IHtmlSelectElement>("#days")!.Value);
    }

    [Fact]
    public async Task Stay_as_a_button_left_them_when_the_language_is_changed()
    {
        var picks = await PostAsync("/poiminnat", ("pick", Swimming), ("pick", Walking), ("pick", Concert));
        var moved = await PressAsync(picks, "Alemmas: Uimahalli");
        var order = moved.All("main .card h2");
        var swedish = await PressAsync(moved, "Svenska");
        Assert.Equal("sv", swedish.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal([order[0], "Simhall", "Allsångskonsert"], swedish.All("main .card h2"));
    }

    [Fact]
    public async Task Tell_what_has_changed_since_it_was_picked()
    {
        var code = await MadeAsync(Concert, Walking);
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            var concert = await context.Offerings.OfType<Event>().SingleAsync();
            var series = concert.Recurrence!;
            concert.Recurrence = new Recurrence(series.Start, series.Length, series.Rule, changes: [new ChangedDate(series.Start, EventStatus.Cancelled)]);
            context.Remove(await context.Offerings.SingleAsync(offering => offering.Id == Guid.Parse(Walking)));
            await context.SaveChangesAsync();
        }

        var read = await GetAsync($"/lista/{code}");
        for (var tries = 0; read.All("main .card .note").Count < 2 && tries < 300; tries++)
        {
            await Task.Delay(100);
            read = await GetAsync($"/lista/{code}");
        }

        Assert.Equal(["Yhteislaulukonsertti", "Kävelyryhmä"], read.All("main .card h2"));
        Assert.Equal(["Peruttu: 24.11.2026 klo 17.00.", "Tätä ei enää ole tarjolla."], read.All("main .card .note li"));
        Assert.Null(read.Document.QuerySelector($"main a[href='/tarjonta/{Walking}']"));
    }

    [Fact]
    public async Task Take_a_tampered_cookie_and_strange_picks_for_none()
    {
        cookies.Add(tray.Client.BaseAddress!, new Cookie("picks", "CfDJ8abc"));
        Assert.Contains("Et ole vielä poiminut mitään", (await GetAsync("/poiminnat")).Main.TextContent);
        Assert.Empty((await PostAsync("/poiminnat", ("pick", "x"), ("pick", ""))).All("main .card"));
        Assert.Equal(["Ei enää tarjolla"], (await PostAsync("/poiminnat", ("pick", $"{Guid.AllBitsSet}"))).All("main .card h2"));
    }

    private async Task<string> MadeAsync(params string[] offerings) =>
        (await PostAsync("/poiminnat/lista", [("do", "save"), .. offerings.Select(id => ("item", id))])).All(".along .code").Single();

    private async Task<PageVisit> GetAsync(string path) => await PageVisit.ReadAsync(await browser.GetAsync(path));

    private async Task<PageVisit> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await PageVisit.ReadAsync(await browser.PostAsync(path, form));
    }

    // Presses a button after typing into fields of its form, as one does who has no script.
    private Task<PageVisit> PressAsync(PageVisit page, string words, params (string Name, string Value)[] typed)
    {
        var button = page.Document.QuerySelectorAll<IHtmlButtonElement>("button").First(found => found.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));
        var form = button.Form!;
        var fields = PageVisit.FieldsOf(form)
            .Where(field => typed.All(other => other.Name != field.Name))
            .Concat(typed)
            .Concat(button.Name is { Length: > 0 } name ? [(name, button.Value)] : []);
        return PostAsync(button.GetAttribute("formaction") ?? form.GetAttribute("action")!, [.. fields]);
    }
}
