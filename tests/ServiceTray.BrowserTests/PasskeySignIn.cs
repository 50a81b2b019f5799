using System.Text.RegularExpressions;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>A passkey in a browser with a device of its own: made on the account's page, and signed in with, by keyboard, on a narrow screen.</summary>
public sealed partial class PasskeySignIn(Chromium chromium, Tray tray) : IClassFixture<Chromium>, IClassFixture<Tray>
{
    [SkippableFact]
    public async Task Makes_one_signs_out_and_in_again_without_a_name_or_password()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "fi", ViewportSize = new() { Width = 320, Height = 900 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(120_000);
        var devices = await context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        // A passkey is for a name, and numbers are none.
        var address = new UriBuilder(tray.Address) { Host = "localhost" }.Uri;
        await page.GotoAsync($"{address}kutsu?lang=fi");
        await page.FillAsync("#code", Code().Match(tray.Output).Groups["code"].Value);
        await page.FillAsync("#displayName", "Yrjö Ylläpito");
        await page.FillAsync("#name", "yrjo@esimerkki.example");
        await page.FillAsync("#password", "korppi lentää yli suon");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/oma?*");

        await page.GotoAsync($"{address}oma/tili?lang=fi");
        await page.FocusAsync("#passkey-name");
        await page.Keyboard.TypeAsync("Työkone");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("arvattu lause tässä");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[role=alert]:has-text('Nykyinen salasana on väärin')");
        await page.FillAsync("#passkey-password", "korppi lentää yli suon");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("h3:has-text('Työkone')");
        await page.GotoAsync($"{address}oma?lang=fi");
        await page.ClickAsync("form[action^='/kirjaudu-ulos'] button");
        await page.ArriveAsync($"{address}?*");
        await page.GotoAsync($"{address}oma/tili?lang=fi");
        Assert.Contains("/kirjaudu?", page.Url, StringComparison.Ordinal);

        await page.FocusAsync("form[data-passkey] button");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/oma/tili?*");
        Assert.Matches("Käytetty viimeksi", await page.TextContentAsync("main"));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    [GeneratedRegex(@"Code\s+(?<code>[0-9A-Z-]{23})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
