using Microsoft.Playwright;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>A resident at the search page: by keyboard, without scripts, there and back.</summary>
public sealed class Searching(Chromium chromium, Tray tray) : IClassFixture<Chromium>, IClassFixture<Tray>
{
    [SkippableFact]
    public async Task Goes_by_keyboard_from_home_to_a_number_to_call()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "fi", BaseURL = tray.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Siirry sisältöön", await page.Locator(":focus").InnerTextAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("uimahalli");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Kuopio");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/haku#results");
        await page.Locator(".card a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/tarjonta/*");
        Assert.Equal("Kuopion uimahalli", await page.Locator("h1").InnerTextAsync());
        Assert.Equal("tel:0170001282", await page.Locator("main a[href^='tel:']").First.GetAttributeAsync("href"));
    }

    [SkippableFact]
    public async Task Comes_back_to_the_list_that_was_posted()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "fi", BaseURL = tray.Address.ToString() });
        var page = await context.NewPageAsync();
        await SearchAsync(page, "uimahalli", "Kuopio");
        var found = await page.Locator(".card h3").AllInnerTextsAsync();
        await page.Locator(".card a").First.ClickAsync();
        await page.ArriveAsync("**/tarjonta/*");
        await page.GoBackAsync();
        Assert.Equal(found, await page.Locator(".card h3").AllInnerTextsAsync());
        Assert.DoesNotContain("uimahalli", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        Assert.Equal(found, await page.Locator(".card h3").AllInnerTextsAsync());
    }

    [SkippableFact]
    public async Task Works_whole_without_scripts()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "fi", BaseURL = tray.Address.ToString(), JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await SearchAsync(page, "", "Kuopio");
        var all = await TotalAsync(page);
        await page.GetByText("Maksuton (").ClickAsync();
        Assert.InRange(await TotalAsync(page), 1, all - 1);
        await page.GetByText("Lisää rajauksia").ClickAsync();
        await page.Locator("button[value='theme:MIND']").ClickAsync();
        Assert.Equal("true", await page.Locator("button[value='theme:MIND']").GetAttributeAsync("aria-pressed"));
        await page.GetByText("Poista rajaukset").ClickAsync();
        Assert.Equal(all, await TotalAsync(page));
        var first = await page.Locator(".card h3").First.InnerTextAsync();
        await page.GetByText("Seuraavat").ClickAsync();
        Assert.NotEqual(first, await page.Locator(".card h3").First.InnerTextAsync());
        await page.GetByText("Edelliset").ClickAsync();
        Assert.Equal(first, await page.Locator(".card h3").First.InnerTextAsync());
        Assert.False(await page.Locator("#map").IsVisibleAsync());
    }

    [SkippableFact]
    public async Task Shows_points_on_a_map_without_asking_another_host()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "fi", BaseURL = tray.Address.ToString() });
        var page = await context.NewPageAsync();
        var foreign = new List<string>();
        page.Request += (_, request) => foreign.AddRange(new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != tray.Address.Authority ? [request.Url] : []);
        await SearchAsync(page, "", "Kuopio");
        await page.GetByText("Näytä kartalla").ClickAsync();
        await page.Locator("#map .point, #map p:not(:empty)").First.WaitForAsync();
        Skip.If(await page.Locator("#map .point").CountAsync() == 0, $"This chromium draws no map: {await page.Locator("#map p").InnerTextAsync()}");
        var point = page.Locator("#map .point").First;
        await point.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await page.Locator(".card.shown").CountAsync());
        Assert.Contains(await page.Locator(":focus").InnerTextAsync(), await point.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.Empty(foreign);
    }

    private static async Task SearchAsync(IPage page, string text, string place)
    {
        await page.GotoAsync("/haku");
        await page.FillAsync("#text", text);
        await page.FillAsync("#place", place);
        await page.Locator("#search button.first").ClickAsync();
        await page.ArriveAsync("**/haku#results");
    }

    private static async Task<int> TotalAsync(IPage page) => int.Parse((await page.Locator("#results").InnerTextAsync()).Split(' ')[^1]);
}
