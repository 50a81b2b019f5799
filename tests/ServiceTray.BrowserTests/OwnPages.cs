using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceTray.Organisations;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>The pages of those who sign in, from the first start on: the code on the console, an organisation claimed and verified, a group written and published.</summary>
public sealed partial class OwnPages(Chromium chromium, Tray tray) : IClassFixture<Chromium>, IClassFixture<Tray>
{
    private const string Password = "korppi lentää yli suon";

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
        await page.ArriveAsync("**/oma?*");
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
        await page.FillAsync("#area", "70100");
        await page.ClickAsync("main form:first-of-type button[type=submit]");
        await page.WaitForURLAsync(new Regex("/oma/tarjonta/[0-9a-f-]{36}\\?"));
        var draft = new Uri(page.Url).AbsolutePath;
        await page.FillAsync("#phone", "017 123 456");
        await page.ClickAsync("main form:first-of-type button[type=submit]");
        await page.ClickAsync($"form[action^='{draft}/julkaise'] button");
        Assert.Contains("Julkaistu.", await page.TextContentAsync("main"), StringComparison.Ordinal);

        foreach (var path in new[] { "/oma", "/oma/ihmiset", "/oma/ohjelmat", "/oma/tarjonta", "/oma/palautteet", "/oma/samat", "/oma/tuonnit", "/oma/tili", "/oma/yhteydet", "/oma/apurit", draft, $"{draft}/esikatselu", $"{draft}/historia", $"{draft}/kaannos/sv" })
        {
            await FaultlessAsync(path, state);
        }
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
