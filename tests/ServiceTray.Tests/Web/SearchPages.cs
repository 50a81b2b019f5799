using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

[Collection(SmallTray.Name)]
public sealed class SearchPages(SmallTray small)
{
    [Fact]
    public async Task Find_what_was_posted_near_the_place()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahalli"), ("place", "Kuopio"));
        Assert.Equal(200, page.Status);
        Assert.Contains("Uimahalli", page.All(".card h3"));
        Assert.Contains("Kuopio", page.Document.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"\d km", page.Document.QuerySelector(".card .facts")!.TextContent);
        Assert.Equal("uimahalli", page.Document.QuerySelector("#text")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Keep_words_of_need_out_of_addresses_titles_and_logs()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "itsetuhosana"), ("place", "Leppävirta"));
        Assert.Equal(200, page.Status);
        Assert.Null(page.Answer.Headers.Location);
        Assert.DoesNotContain("itsetuhosana", page.Title, StringComparison.Ordinal);
        var addresses = page.Document.QuerySelectorAll("[href],[action],[formaction],[src]").SelectMany(found => found.Attributes.Where(a => a.Name is "href" or "action" or "formaction" or "src").Select(a => a.Value));
        Assert.DoesNotContain(addresses, address => address.Contains("itsetuho", StringComparison.OrdinalIgnoreCase) || address.Contains("Lepp", StringComparison.Ordinal));
        Assert.DoesNotContain(small.App.Log.Lines, line => Ours(line) && (line.Contains("itsetuho", StringComparison.OrdinalIgnoreCase) || line.Contains("Lepp", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Set_no_cookie() =>
        Assert.Null((await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahalli"))).Header("Set-Cookie"));

    [Fact]
    public async Task Narrow_and_widen_by_buttons_alone()
    {
        var all = await PageVisit.PostAsync(small.App, "/haku", ("place", "Leppävirta"));
        var narrowed = await all.PressAsync(small.App, "Maksuton");
        Assert.Equal(["Juttulinja", "Kävelyryhmä"], narrowed.All(".card h3").Order(StringComparer.Ordinal));
        Assert.Equal("true", narrowed.Document.QuerySelector("button[value='free:true']")!.GetAttribute("aria-pressed"));
        Assert.Equal("Leppävirta", narrowed.Document.QuerySelector("#place")!.GetAttribute("value"));
        Assert.Equal(all.All(".card h3"), (await narrowed.PressAsync(small.App, "Maksuton")).All(".card h3"));
    }

    [Fact]
    public async Task Demand_all_words_by_a_button_and_tell_the_way_back_where_nothing_has_them_all()
    {
        var any = await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahalli kävelyryhmä"));
        Assert.Empty(new[] { "Uimahalli", "Kävelyryhmä" }.Except(any.All(".card h3")));
        var all = await any.PressAsync(small.App, "Kaikki sanat");
        Assert.Empty(all.All(".card"));
        Assert.Equal(any.All(".card h3"), (await all.PressAsync(small.App, $"Ilman rajausta ”kaikki sanat” ({any.All(".card").Count})")).All(".card h3"));
        Assert.Contains("Uimahalli", (await PageVisit.PostAsync(small.App, "/haku", ("text", "keskustan uimahalli"), ("allWords", "true"))).All(".card h3"));
        Assert.Null((await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahalli"))).Document.QuerySelector("button[value='allWords:true']"));
    }

    [Fact]
    public async Task Tell_of_what_is_not_told_apart_from_what_was_found()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("free", "true"), ("theme", "GUIDANCE"));
        Assert.Empty(page.All(".card"));
        Assert.Equal(["Entinen neuvontapiste", "Neuvontapiste"], page.All("section[aria-labelledby=not-told] a").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Offer_the_nearest_spellings_of_an_unknown_place()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahalli"), ("place", "Kuoipo"));
        Assert.Equal(422, page.Status);
        Assert.Equal("true", page.Document.QuerySelector("#place")!.GetAttribute("aria-invalid"));
        var found = await page.PressAsync(small.App, "Kuopio");
        Assert.Equal(200, found.Status);
        Assert.Contains("Uimahalli", found.All(".card h3"));
    }

    [Theory]
    [InlineData("theme", "SORROW", 400)]
    [InlineData("radiusKm", "far", 400)]
    [InlineData("municipality", "999", 422)]
    [InlineData("text", "a\0b", 400)]
    public async Task Refuse_what_cannot_be_searched_with_a_way_on(string field, string value, int status)
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", (field, value));
        Assert.Equal(status, page.Status);
        Assert.NotEmpty(page.Main.QuerySelectorAll("a[href='/haku']"));
    }

    [Theory]
    [InlineData("/haku?text=a%00b", 422)]
    [InlineData("/haku?text=%ED%A0%80", 200)]
    [InlineData("/haku?place=%00", 422)]
    [InlineData("/haku?radiusKm=9e999&place=Kuopio", 400)]
    public async Task Answer_strange_letters_in_a_link_without_failing(string link, int status) =>
        Assert.Equal(status, (await PageVisit.GetAsync(small.App, link)).Status);

    [Theory]
    [InlineData("text/plain", "text=uinti", 415)]
    [InlineData("application/x-www-form-urlencoded", "q-words=%00&text=%00", 400)]
    [InlineData("multipart/form-data; boundary=x", "no parts", 400)]
    public async Task Refuse_a_body_that_is_no_form(string type, string body, int status)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        Assert.InRange((int)(await small.App.Client.PostAsync("/kartoitus/tulos", content)).StatusCode, 400, 422);
        Assert.Equal(status, (int)(await small.App.Client.PostAsync("/haku", content)).StatusCode);
    }

    [Fact]
    public async Task Refuse_a_body_too_large_to_be_words()
    {
        // It is refused by its length before it is sent: who sends on meanwhile may find the line cut and no answer.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(60) }) { BaseAddress = small.App.Client.BaseAddress };
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new FormUrlEncodedContent([new("text", new string('a', 3_000_000))]);
        using var answer = await client.PostAsync("/haku", content);
        Assert.InRange((int)answer.StatusCode, 400, 413);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("501")]
    public async Task Refuse_a_circle_that_is_none(string radius) =>
        Assert.Equal(422, (await PageVisit.PostAsync(small.App, "/haku", ("place", "Kuopio"), ("radiusKm", radius))).Status);

    [Fact]
    public async Task Start_again_when_the_page_asked_for_is_gone()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("after", "from-elsewhere"));
        Assert.Equal(200, page.Status);
        Assert.Contains("Lista on muuttunut. Näytämme sen alusta.", page.All(".note"));
        Assert.NotEmpty(page.All(".card"));
    }

    [Fact]
    public async Task Make_a_link_when_asked_and_not_before()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahalli"), ("place", "Kuopio"), ("theme", "MOVEMENT"));
        Assert.Empty(page.Document.QuerySelectorAll("a[href*='text=']"));
        var linked = await page.PressAsync(small.App, "Tee linkki");
        var link = linked.Document.QuerySelector("a.whole")!.GetAttribute("href")!;
        var same = await PageVisit.GetAsync(small.App, link);
        Assert.Equal(page.All(".card h3"), same.All(".card h3"));
        Assert.Equal("private, no-store", same.Header("Cache-Control")?.Replace("no-store, private", "private, no-store", StringComparison.Ordinal));
        Assert.Equal("noindex", same.Header("X-Robots-Tag"));
    }

    [Theory]
    [InlineData("/haku?theme=MIND", true)]
    [InlineData("/haku?free=true", true)]
    [InlineData("/haku?text=uinti", true)]
    [InlineData("/haku?order=NAME", true)]
    [InlineData("/haku?after=x", true)]
    [InlineData("/haku", false)]
    public async Task Are_kept_by_no_shared_cache_when_a_link_holds_any_field(string link, bool isPrivate)
    {
        var page = await PageVisit.GetAsync(small.App, link);
        Assert.Equal((200, isPrivate), (page.Status, page.Header("Cache-Control")!.Contains("private", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Can_be_gone_back_to()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahalli"));
        Assert.DoesNotContain("no-store", page.Header("Cache-Control")!, StringComparison.Ordinal);
        Assert.Contains("private", page.Header("Cache-Control")!, StringComparison.Ordinal);
    }

    // The framework's own lines about requests are filtered away where the tray serves; what is caught here at its loudest is the tray's.
    private static bool Ours(string line) => line.Contains(" ServiceTray", StringComparison.Ordinal);
}
