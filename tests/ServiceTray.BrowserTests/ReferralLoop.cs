using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>A referral from its sending to the feedback, by three people who are signed in and a client with her code, each page open to everyone.</summary>
public sealed class ReferralLoop(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Password = "korppi lentää yli suon";
    private static readonly Guid County = Source.IdOf("seed", "organisation:pohjois-savon-hyvinvointialue");
    private static readonly Guid Desk = Source.IdOf("seed", "organisation:kuopio");

    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync("none");

    public async Task DisposeAsync() => await tray.DisposeAsync();

    [SkippableFact]
    public async Task Is_walked_by_the_sender_the_desk_the_link_person_and_the_client()
    {
        var nurse = await SignedInAsync("hoitaja@esimerkki.example", new Grant(Role.Professional, County));
        var coordinator = await SignedInAsync("koordinaattori@esimerkki.example", new Grant(Role.Coordinator, Desk));
        var walker = await SignedInAsync("linkki@esimerkki.example", new Grant(Role.LinkPerson, Desk));

        // Whoever may, gets there by her own menu.
        await ClickAsync(coordinator, ".own a[href*='/linkkihenkilot']");
        foreach (var day in new[] { "trained", "confidentiality", "recordCheck" })
        {
            await coordinator.FillAsync($"input[name={day}]", "2026-01-02");
        }

        await ClickAsync(coordinator, "main form button");
        await IsOpenAsync(coordinator);

        // Without a mouse, and in few keys: each field is the next one.
        await ClickAsync(nurse, ".own a[href*='/lahete?'], .own a[href$='/lahete']");
        await IsOpenAsync(nurse);
        await nurse.FocusAsync("#receiver");
        string[] fields = ["receiver", "name", "contact", "theme", "form", "tellSender", "feedback", "pin"];
        foreach (var field in fields)
        {
            Assert.Equal(field, await nurse.EvaluateAsync<string>("() => document.activeElement.id"));
            await nurse.Keyboard.TypeAsync(field switch { "receiver" => "Kuo", "name" => "Aino Asiakas", "contact" => "040 123 4567", "pin" => "2468", _ => "" });
            await nurse.Keyboard.PressAsync("Tab");
        }

        await nurse.FocusAsync("#pin");
        await Visit.LeaveAsync(nurse, () => nurse.Keyboard.PressAsync("Enter"));
        await IsOpenAsync(nurse);
        var code = (await nurse.InnerTextAsync("main .code")).Trim();
        await nurse.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await nurse.Locator("button.copy").ClickAsync();
        await nurse.Locator("button.copy + [role=status]:has-text('Kopioitu.')").WaitForAsync();
        var copied = await nurse.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("lähetetty hyvinvointilähete", copied, StringComparison.Ordinal);
        Assert.Contains("ESIMERKKI-HYVINVOINTILAHETE", copied, StringComparison.Ordinal);

        await ClickAsync(coordinator, ".own a[href*='/lahetteet']");
        await IsOpenAsync(coordinator);
        await ClickAsync(coordinator, "main .card a");
        await IsOpenAsync(coordinator);
        await MoveAsync(coordinator, "RECEIVE");
        await MoveAsync(coordinator, "ACCEPT");

        await ClickAsync(walker, ".own a[href*='/lahetteet']");
        await ClickAsync(walker, "main .card a");
        await MoveAsync(walker, "ATTEMPT_CONTACT");
        await MoveAsync(walker, "BEGIN", ("day", "2026-12-15"));
        await MoveAsync(walker, "COMPLETE");
        await MoveAsync(walker, "GIVE_FEEDBACK", ("goalBefore", "3"), ("goalAfter", "7"), ("toSender", "Hyvin meni"));
        await IsOpenAsync(walker);

        await ClickAsync(nurse, ".own a[href*='/lahetteet']");
        Assert.Equal(0, await nurse.Locator("main .card").CountAsync());
        await ClickAsync(nurse, "main a[href*='paattyneet']");
        await IsOpenAsync(nurse);
        await ClickAsync(nurse, "main .card a");
        Assert.Contains("Hyvin meni", await nurse.InnerTextAsync("main"), StringComparison.Ordinal);

        var client = await PageAsync("sv");
        await ClickAsync(client, ".foot a[href*='/oma-lahete']");
        await IsOpenAsync(client, "sv");
        await client.FillAsync("#code", code);
        await Visit.LeaveAsync(client, () => client.Keyboard.PressAsync("Enter"));
        Assert.Contains("Remissen är avslutad", await client.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Hyvin meni", await client.InnerTextAsync("main"), StringComparison.Ordinal);
        await client.GotoAsync($"{tray.Client.BaseAddress}oma-lahete?lang=sv");
        await client.FillAsync("#code", code);
        await client.FillAsync("#pin", "2468");
        await Visit.LeaveAsync(client, () => client.Keyboard.PressAsync("Enter"));
        await IsOpenAsync(client, "sv");
        Assert.Contains("Hyvin meni", await client.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task<IPage> SignedInAsync(string name, Grant grant)
    {
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            if (await context.Organisations.FindAsync(grant.Organisation) is null)
            {
                context.Add(new Organisation { Id = grant.Organisation!.Value, Name = Languages.LocalizedText.Of("Talo"), Kind = OrganisationKind.Other, Source = new Source("seed", $"{grant.Organisation}") });
                await context.SaveChangesAsync();
            }
        }

        await tray.Services.GetRequiredService<AccountKeeper>().MakeAsync(new NewAccount(name, name.Split('@')[0], Password), [grant], null, CancellationToken.None);
        var page = await PageAsync("fi");
        await ClickAsync(page, ".foot a[href*='/oma']:not([href*='lahete'])");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", Password);
        await Visit.LeaveAsync(page, () => page.Keyboard.PressAsync("Enter"));
        return page;
    }

    private async Task<IPage> PageAsync(string language)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 320, Height = 900 }, Locale = language });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{tray.Client.BaseAddress}?lang={language}");
        return page;
    }

    private static Task IsOpenAsync(IPage page, string language = "fi") => Visit.IsOpenAsync(page, language);

    private static async Task MoveAsync(IPage page, string move, params (string Field, string Value)[] fields)
    {
        var form = page.Locator($"form.move:has(button[value='{move}'])");
        if (await form.Locator("summary").CountAsync() > 0)
        {
            await form.Locator("summary").ClickAsync();
        }

        foreach (var (field, value) in fields)
        {
            await form.Locator($"[name={field}]").FillAsync(value);
        }

        await Visit.LeaveAsync(page, () => form.Locator("button").ClickAsync());
    }

    private static Task ClickAsync(IPage page, string selector) => Visit.LeaveAsync(page, () => page.Locator(selector).First.ClickAsync());
}
