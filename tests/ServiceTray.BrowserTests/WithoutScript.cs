using Microsoft.Playwright;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>The tray in a browser that runs no script.</summary>
public sealed class WithoutScript(Chromium chromium, Tray tray) : IClassFixture<Chromium>, IClassFixture<Tray>
{
    [SkippableFact]
    public async Task Finds_the_swimming_hall_and_keeps_the_words_out_of_the_address()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(tray.Page("/haku", "fi").ToString());
        await page.FillAsync("#text", "uimahalli");
        await page.FillAsync("#place", "Kuopio");
        await page.ClickAsync("#search button[type=submit] >> nth=0");
        await page.WaitForLoadStateAsync(LoadState.Load);

        Assert.Contains("uimahalli", await page.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.True(await page.Locator("main a[href*='/tarjonta/']").CountAsync() > 0, "no offering was found");
        Assert.DoesNotContain("uimahalli", page.Url, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Kuopio", page.Url, StringComparison.OrdinalIgnoreCase);
    }
}
