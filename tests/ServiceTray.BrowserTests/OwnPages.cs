using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceTray.Organisations;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>The pages of those who sign in, from the first start on: the code on the console, an organisation claimed and verified, a group written and published.</summary>
public sealed partial class OwnPages(Chromium chromium, TiledTray tray) : IClassFixture<Chromium>, IClassFixture<TiledTray>
{
    private const string Password = "korppi lentää yli suon";

    /// <summary>A picture of one point.</summary>
    private const string OnePoint = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [SkippableFact]
    public async Task Are_open_to_everyone_who_walks_from_the_first_code_to_a_published_group()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "fi", ViewportSize = new() { Width = 320, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{tray.Page("/kutsu", "fi")}");
        await page.FillAsync("#code", Code().Match(tray.Output).Groups["code"].Value);
        await page.FillAsync("#displayName", "Yrjö Ylläpito");
        await page.FillAsync("#name", "yrjo@esimerkki.example");
        await page.FillAsync("#password", Password);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/oma?*");

        await page.GotoAsync($"{tray.Page("/julkaise", "fi")}&organisaatio={Source.IdOf("seed", "organisation:kuopio")}");
        await page.FillAsync("#contact", "yrjo@esimerkki.example");
        await page.ClickAsync("main button[type=submit]");
        await page.Locator("main [role=status]:has-text('odottaa ylläpidon päätöstä')").WaitForAsync();
        await page.GotoAsync($"{tray.Page("/oma/hakemukset", "fi")}");
        var state = await context.StorageStateAsync();
        await FaultlessAsync("/oma/hakemukset", state);
        await page.ClickAsync("button[value=yes]");

        await page.GotoAsync($"{tray.Page($"/oma/tarjonta/uusi/{Source.IdOf("seed", "organisation:kuopio")}", "fi")}");
        await page.FillAsync("#name", "Kahviporukka");
        await page.FillAsync("#summary", "Juodaan kahvia ja jutellaan.");
        await page.SelectOptionAsync("#themes", "COMMUNITY");
        await page.CheckAsync("input[value=Tuesday]");
        await page.FillAsync("#from", "13:00");
        await page.FillAsync("#to", "14:30");
        await page.FillAsync("#area", await PickedAsync(context, page));
        await page.ClickAsync("main form:first-of-type button[type=submit]");
        await page.WaitForURLAsync(new Regex("/oma/tarjonta/[0-9a-f-]{36}\\?"));
        var draft = new Uri(page.Url).AbsolutePath;

        // Enter in a field saves, and leads nowhere else.
        await page.FillAsync("#phone", "017 123 456");
        await page.PressAsync("#phone", "Enter");
        await page.Locator("#phone[value='017 123 456']").WaitForAsync();
        Assert.Equal(draft, new Uri(page.Url).AbsolutePath);
        await page.ClickAsync($"form[action^='{draft}/julkaise'] button");
        Assert.Contains("Julkaistu.", await page.TextContentAsync("main"), StringComparison.Ordinal);

        foreach (var path in new[] { "/oma", "/oma/ihmiset", "/oma/ohjelmat", "/oma/tarjonta", "/oma/palautteet", "/oma/samat", "/oma/tuonnit", "/oma/tili", "/oma/yhteydet", "/oma/apurit", draft, $"{draft}/esikatselu", $"{draft}/historia", $"{draft}/kaannos/sv" })
        {
            await FaultlessAsync(path, state);
        }

        // What stood there first comes back into the draft, and residents see what was published still.
        await page.GotoAsync($"{tray.Page($"{draft}/historia", "fi")}");
        await page.ClickAsync($"li:last-child form[action^='{draft}/palauta'] button");
        await page.Locator("#phone[value='']").WaitForAsync();
        Assert.Equal("Kahviporukka", await page.InputValueAsync("#name"));
        await page.GotoAsync($"{tray.Page($"/tarjonta/{draft.Split('/')[^1]}", "fi")}");
        Assert.Contains("017 123 456", await page.TextContentAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>A place that is picked on the map by keyboard, from a point on.</summary>
    private static async Task<string> PickedAsync(IBrowserContext context, IPage page)
    {
        const string Market = "62.89238, 27.67790";
        await context.RouteAsync($"{TiledTray.Host}**", route => route.FulfillAsync(new()
        {
            ContentType = "image/png",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            BodyBytes = Convert.FromBase64String(OnePoint),
        }));
        await page.FillAsync("#area", Market);
        await page.Locator("#map > button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#map canvas, #map [role=status]:not(:empty)").First.WaitForAsync();
        if (await page.Locator("#map canvas").CountAsync() == 0)
        {
            // A chromium that draws no map says so, and the field takes addresses all the same.
            return Market;
        }

        await page.Locator("#map canvas").FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        var use = page.Locator("#map button:not([aria-expanded])").Last;
        for (var deadline = DateTime.UtcNow.AddSeconds(60); await page.InputValueAsync("#area") == Market && DateTime.UtcNow < deadline;)
        {
            // The map glides to where the key sends it.
            await use.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }

        var picked = await page.InputValueAsync("#area");
        var (north, east) = (double.Parse(picked.Split(", ")[0], CultureInfo.InvariantCulture), double.Parse(picked.Split(", ")[1], CultureInfo.InvariantCulture));
        Assert.True(north is > 62.89238 and < 63 && Math.Abs(east - 27.6779) < 0.0001, picked);
        Assert.Contains(picked, await page.TextContentAsync("#map [role=status]"), StringComparison.Ordinal);
        return picked;
    }

    private async Task FaultlessAsync(string path, string state)
    {
        foreach (var language in new[] { "fi", "sv" })
        {
            var visit = await Visit.ToAsync(chromium.Browser, tray.Page(path, language), language, prepare: context => SignInAsync(context, state));
            Assert.True(visit.Faults.Count == 0, $"{path} {language}:\n{string.Join('\n', visit.Faults)}");
        }
    }

    // The cookies of one context in another.
    private static async Task SignInAsync(IBrowserContext context, string state)
    {
        using var read = System.Text.Json.JsonDocument.Parse(state);
        await context.AddCookiesAsync(read.RootElement.GetProperty("cookies").EnumerateArray().Select(cookie => new Cookie
        {
            Name = cookie.GetProperty("name").GetString()!,
            Value = cookie.GetProperty("value").GetString()!,
            Domain = cookie.GetProperty("domain").GetString(),
            Path = cookie.GetProperty("path").GetString(),
        }));
    }

    [GeneratedRegex(@"Code\s+(?<code>[0-9A-Z-]{23})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
