using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>A colleague takes over, the desk records that a permission goes on, and so does the client herself: by keyboard alone, in Swedish, on a narrow screen.</summary>
public sealed class PermissionThatEnds(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Password = "korppi lentää yli suon";
    private static readonly Guid County = Source.IdOf("seed", "organisation:pohjois-savon-hyvinvointialue");
    private static readonly Guid Desk = Source.IdOf("seed", "organisation:kuopio");

    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync("none");

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [SkippableFact]
    public async Task Is_let_go_on_by_keyboard()
    {
        var colleague = await SignedInAsync("kollega@esimerkki.example", new Grant(Role.Professional, County));
        var coordinator = await SignedInAsync("koordinaattori@esimerkki.example", new Grant(Role.Coordinator, Desk));
        var sender = await tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(new NewAccount("hoitaja@esimerkki.example", "Helena Hoitaja", Password), [new Grant(Role.Professional, County)], null, CancellationToken.None);
        var agreement = new AgreementInput("1.0", AgreementForm.SpokenPhone, [Purpose.Send, Purpose.ReceiverContacts, Purpose.TellSender], Until: new(2026, 11, 30));
        var sent = await tray.Services.GetRequiredService<ReferralDesk>().SendAsync(
            new("hyvinvointilahete", Receiver: Desk, Client: new("Aino Asiakas", Contact: "040 123 4567"), Reason: new([ThemeCode.Community]), Agreement: agreement, Pin: "2468"),
            "a", false, Caller.Person(sender.Id, "Helena Hoitaja", [new Grant(Role.Professional, County)]), CancellationToken.None);

        await GoAsync(colleague, ".own a[href*='/lahetteet']");
        await GoAsync(colleague, "main a[href*='tyokaverit']");
        await IsOpenAsync(colleague);
        Assert.Contains("Helena Hoitaja", await colleague.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Aino", await colleague.ContentAsync(), StringComparison.Ordinal);
        await OpenAsync(colleague, "TAKE_OVER");
        await IsOpenAsync(colleague);
        await GoAsync(colleague, "button[value='TAKE_OVER']");
        Assert.Contains("Aino Asiakas", await colleague.InnerTextAsync("main"), StringComparison.Ordinal);
        await IsOpenAsync(colleague);
        await GoAsync(colleague, ".own a[href*='/lahete?']");
        await IsOpenAsync(colleague);

        await GoAsync(coordinator, ".own a[href*='/lahetteet']");
        Assert.Contains("Samtycket upphör", await coordinator.InnerTextAsync("main .card"), StringComparison.Ordinal);
        await IsOpenAsync(coordinator);
        await GoAsync(coordinator, "main .card a");
        await IsOpenAsync(coordinator);
        await OpenAsync(coordinator, "RENEW");
        await IsOpenAsync(coordinator);
        await GoAsync(coordinator, "button[value='RENEW']");
        Assert.DoesNotContain("Samtycket upphör", await coordinator.InnerTextAsync("main"), StringComparison.Ordinal);

        await using (var context = await ContextAsync())
        {
            Assert.Equal(new(2027, 11, 22), (await context.Set<Referral>().SingleAsync()).PermissionUntil);
        }

        // Another wish of hers: for some days only.
        await tray.Services.GetRequiredService<ClientDesk>().RenewAsync(new(sent.Code, "2468", null), null, "1.0", new(2026, 12, 1), CancellationToken.None);
        var client = await PageAsync();
        await GoAsync(client, ".foot a[href*='/oma-lahete']");
        await client.FocusAsync("#code");
        await client.Keyboard.TypeAsync(sent.Code);
        await client.Keyboard.PressAsync("Tab");
        Assert.Equal("pin", await client.EvaluateAsync<string>("() => document.activeElement.id"));
        await client.Keyboard.TypeAsync("2468");
        await Visit.LeaveAsync(client, () => client.Keyboard.PressAsync("Enter"));
        await IsOpenAsync(client);
        await GoAsync(client, "button[value='renew']");
        await IsOpenAsync(client);
        Assert.Equal(0, await client.Locator("#renew").CountAsync());
    }

    // Reached by Tab alone, with its ring on it, and pressed.
    private static async Task GoAsync(IPage page, string selector)
    {
        await TabToAsync(page, selector);
        await Visit.LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));
    }

    private static async Task OpenAsync(IPage page, string move)
    {
        await TabToAsync(page, $"form.move:has(button[value='{move}']) summary");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"button[value='{move}']").WaitForAsync();
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"No Tab leads to {selector} on {page.Url}");
    }

    private static Task IsOpenAsync(IPage page) => Visit.IsOpenAsync(page, "sv");

    private Task<TrayContext> ContextAsync() => tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();

    private async Task<IPage> SignedInAsync(string name, Grant grant)
    {
        await using (var context = await ContextAsync())
        {
            if (await context.Organisations.FindAsync(grant.Organisation) is null)
            {
                context.Add(new Organisation { Id = grant.Organisation!.Value, Name = LocalizedText.Of("Talo"), Kind = OrganisationKind.Other, Source = new Source("seed", $"{grant.Organisation}") });
                await context.SaveChangesAsync();
            }
        }

        await tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(new NewAccount(name, name.Split('@')[0], Password), [grant], null, CancellationToken.None);
        var page = await PageAsync();
        await GoAsync(page, ".foot a[href*='/oma']:not([href*='lahete'])");
        await page.FocusAsync("#name");
        await page.Keyboard.TypeAsync(name);
        await page.FocusAsync("#password");
        await page.Keyboard.TypeAsync(Password);
        await Visit.LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));
        return page;
    }

    private async Task<IPage> PageAsync()
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 320, Height = 900 }, Locale = "sv" });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{tray.Client.BaseAddress}?lang=sv");
        return page;
    }
}
