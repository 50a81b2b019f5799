using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

[Collection(SmallTray.Name)]
public sealed class EveryPageAnswers(SmallTray small)
{
    public static TheoryData<string> Paths => ["/", "/haku", "/haku?theme=MIND", "/oma-lahete", "/lahetteen-osapuolet", "/saavutettavuus", "/saavutettavuus/kiitos", "/kartoitus", "/poiminnat", "/lista", "/lista/ei-koodi", "/kartoitus/koodi", SmallTray.OfferingPath("uimahalli"), SmallTray.OfferingPath("uimahalli").Replace("/tarjonta", "/palaute", StringComparison.Ordinal), "/sivu-jota-ei-ole", "/tarpeet", "/kalenteri?day=2026-11-24", "/kalenteri?view=MONTH&day=2026-11-24", "/kirjaudu", "/kutsu", "/julkaise"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task In_the_language_asked_with_the_others_a_tap_away(string path)
    {
        foreach (var language in new[] { "fi", "sv", "en" })
        {
            var page = await PageVisit.GetAsync(small.App, $"{path}{(path.Contains('?') ? '&' : '?')}lang={language}");
            Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
            Assert.Equal(language, page.Header("Content-Language"));
            Assert.Equal(["fi", "sv", "en"], page.Document.QuerySelectorAll(".languages a").Select(link => link.GetAttribute("hreflang")!));
            Assert.All(page.Document.QuerySelectorAll(".languages a"), link => Assert.StartsWith(path.Split('?')[0], link.GetAttribute("href"), StringComparison.Ordinal));
            Assert.All(page.Document.QuerySelectorAll("main a[href^='/'], .top a[href^='/'], .foot a[href^='/']"), link => Assert.Contains("lang=", link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task With_one_heading_first_and_headings_in_order(string path)
    {
        var levels = (await PageVisit.GetAsync(small.App, path)).Document.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task With_nothing_from_elsewhere_and_nothing_inline(string path)
    {
        var page = await PageVisit.GetAsync(small.App, path);
        Assert.Empty(page.Document.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json']), iframe, [onclick]"));
        Assert.All(page.Document.QuerySelectorAll("[src], link[href], form[action]"), found =>
            Assert.StartsWith("/", found.GetAttribute("src") ?? found.GetAttribute("href") ?? found.GetAttribute("action"), StringComparison.Ordinal));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.DoesNotContain("unsafe", page.Header("Content-Security-Policy")!, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Header("Content-Security-Policy")!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task With_the_emergency_number_and_others_in_its_foot(string path)
    {
        var numbers = (await PageVisit.GetAsync(small.App, path)).Document.QuerySelectorAll("footer a[href^='tel:']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal("tel:112", numbers[0]);
        Assert.Contains("tel:0925250111", numbers);
        Assert.Contains("tel:080005005", numbers);
    }

    [Theory]
    [InlineData("/sivu-jota-ei-ole")]
    [InlineData("/tarjonta/ei-tunnus")]
    [InlineData("/tarjonta/00000000-0000-0000-0000-000000000000")]
    [InlineData("/organisaatiot/00000000-0000-0000-0000-000000000000")]
    public async Task That_there_is_no_such_page_and_shows_a_way_on(string path)
    {
        var page = await PageVisit.GetAsync(small.App, path);
        Assert.Equal((404, "Sivua ei löydy"), (page.Status, page.Main.QuerySelector("h1")!.TextContent));
        Assert.NotEmpty(page.Main.QuerySelectorAll("a[href='/haku']"));
    }

    [Fact]
    public async Task A_posted_page_again_in_another_language()
    {
        var page = await PageVisit.PostAsync(small.App, "/haku", ("text", "uimahalli"), ("theme", "MOVEMENT"));
        var swedish = await page.PressAsync(small.App, "Svenska");
        Assert.Equal("sv", swedish.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("uimahalli", swedish.Document.QuerySelector("#text")!.GetAttribute("value"));
        Assert.NotNull(swedish.Document.QuerySelector("input[type=hidden][name=theme][value=MOVEMENT]"));
    }

    [Fact]
    public async Task With_an_id_of_the_fault_when_the_tray_fails()
    {
        await using var tray = await TrayApp.StartAsync("none");
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE offering");
        }

        var page = await PageVisit.GetAsync(tray, $"/tarjonta/{Source.IdOf("test", "x")}");
        Assert.Equal((500, "Meillä on vika"), (page.Status, page.Main.QuerySelector("h1")!.TextContent));
        var id = page.All("main p").First(line => line.StartsWith("Vian tunnus on ", StringComparison.Ordinal))["Vian tunnus on ".Length..].TrimEnd('.');
        Assert.Contains(tray.Log.Lines, line => line.Contains(id, StringComparison.Ordinal) && line.StartsWith("Error ServiceTray", StringComparison.Ordinal));
        Assert.DoesNotContain("offering", page.Main.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
    }

    [Fact]
    public async Task With_the_one_host_of_the_tiles_when_they_are_set()
    {
        var settings = small.App.Settings with { Tiles = "https://tiles.example/{z}/{x}/{y}.png" };
        await using var tray = await TrayApp.StartAsync(change: builder => builder.Services.AddSingleton(settings));
        var page = await PageVisit.GetAsync(tray, "/haku");
        Assert.Equal("https://tiles.example/{z}/{x}/{y}.png", page.Document.QuerySelector("#map")!.GetAttribute("data-tiles"));
        var hosts = page.Header("Content-Security-Policy")!.Split(' ', ';').Where(word => word.StartsWith("http", StringComparison.Ordinal)).Distinct();
        Assert.Equal(["https://tiles.example"], hosts);
    }
}
