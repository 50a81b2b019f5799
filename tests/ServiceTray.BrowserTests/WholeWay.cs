using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>A resident with a keyboard and no script: home, survey, result, a list of her own, and a print of it; every page open to everyone.</summary>
public sealed partial class WholeWay(Chromium chromium, Tray tray) : IClassFixture<Chromium>, IClassFixture<Tray>
{
    private const int MostTabs = 400;

    /// <summary>Every language and width, and both ways through the survey; the long run walks them all.</summary>
    public static TheoryData<string, int, bool> Ways
    {
        get
        {
            var ways = new TheoryData<string, int, bool> { { "fi", 320, true }, { "sv", 1280, false }, { "en", 320, false } };
            if (LongRun.IsOn)
            {
                ways.Add("fi", 1280, false);
                ways.Add("sv", 320, false);
                ways.Add("en", 1280, true);
            }

            return ways;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Ways))]
    public async Task Is_walked_from_home_to_a_print(string language, int width, bool oneByOne)
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, Locale = language });

        // No script of the tray's own is let through; the one that judges the pages is none of them.
        await context.RouteAsync(Scripts(), route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{tray.Address}?lang={language}");
        await Visit.IsOpenAsync(page, language);

        await PressAsync(page, "main a[href*='/kartoitus']");
        if (oneByOne)
        {
            await PressAsync(page, "button[value='one']");
            await Visit.IsOpenAsync(page, language);
            while (await page.Locator("#place").CountAsync() == 0)
            {
                await TabToAsync(page, "fieldset input[type=radio], fieldset input[type=checkbox], input[type=text], textarea");
                await ChooseAsync(page);

                await PressAsync(page, "button[value='next']");
            }
        }
        else
        {
            await TabToAsync(page, "fieldset input[type=radio]");
            await ChooseAsync(page);
        }

        await Visit.IsOpenAsync(page, language);
        await TabToAsync(page, "#place");
        await page.Keyboard.TypeAsync("Kuopio");
        await PressAsync(page, "form.survey button.first");
        Assert.Contains("/kartoitus/tulos", page.Url, StringComparison.Ordinal);
        await Visit.IsOpenAsync(page, language);

        await TabToAsync(page, "input[name=pick]");
        await page.Keyboard.PressAsync("Space");
        await PressAsync(page, "form#pick button");
        Assert.Contains("/poiminnat", page.Url, StringComparison.Ordinal);
        await TabToAsync(page, "textarea");
        await page.Keyboard.TypeAsync("Kysy Liisaa");
        await Visit.IsOpenAsync(page, language);
        await PressAsync(page, "button[value='save']");
        Assert.Equal(2, await page.Locator("main .code").CountAsync());
        await Visit.IsOpenAsync(page, language);

        await PressAsync(page, "main a.button[href*='/lista/']");
        Assert.Contains("Kysy Liisaa", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Visit.IsOpenAsync(page, language);
        var sheet = await context.APIRequest.GetAsync(new Uri(new Uri(page.Url), await page.Locator("a[href*='lista.pdf']").GetAttributeAsync("href")).ToString());
        Assert.Equal((200, "%PDF"), (sheet.Status, System.Text.Encoding.ASCII.GetString((await sheet.BodyAsync())[..4])));

        await PressAsync(page, "main a[href*='/tuloste']");
        await Visit.IsOpenAsync(page, language);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await page.Locator("nav, button, input").CountAsync());
        Assert.Contains("Kysy Liisaa", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator(".qr").IsVisibleAsync());
        Assert.True(await page.Locator(".foot .numbers").IsVisibleAsync());
        Assert.NotEmpty(await page.PdfAsync());
    }

    // A key leads to the choice that is made, which is to leave it out: an arrow goes on to the first one, the worst there is.
    private static async Task ChooseAsync(IPage page)
    {
        if (await page.Locator(":focus[type=radio], :focus[type=checkbox]").CountAsync() > 0)
        {
            await page.Keyboard.PressAsync(await page.Locator(":focus[type=radio]").CountAsync() > 0 ? "ArrowDown" : "Space");
        }
    }

    private static async Task PressAsync(IPage page, string selector)
    {
        await TabToAsync(page, selector);
        await page.EvaluateAsync("() => { document.documentElement.dataset.left = 'yes'; }");
        await page.Keyboard.PressAsync("Enter");
        for (var tries = 0; tries < 1200; tries++)
        {
            try
            {
                if (await page.EvaluateAsync<bool>("() => document.readyState === 'complete' && !document.documentElement.dataset.left"))
                {
                    return;
                }
            }
            catch (PlaywrightException)
            {
                // Asked just while one page went and the other came.
            }

            await Task.Delay(50);
        }

        Assert.Fail($"Nothing comes of {selector} on {page.Url}");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"No key leads to {selector} on {page.Url}");
    }

    [GeneratedRegex(@"\.m?js(\?|$)")]
    private static partial Regex Scripts();
}
