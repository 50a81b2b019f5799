using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Accounts.Own;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Outbox;
using ServiceTray.Publishing;
using ServiceTray.Tests.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Publishing;

/// <summary>An organisation asks to publish, an administrator answers, and whoever asked finds the answer.</summary>
public sealed class SignUps : IAsyncLifetime, IDisposable
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private readonly MailCatcher mails = new();
    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync(change: mails.Serve);

    public async Task DisposeAsync() => await tray.DisposeAsync();

    public void Dispose() => mails.Dispose();

    [Fact]
    public async Task That_are_refused_are_told_with_the_administrators_words_until_she_asks_again()
    {
        using var asker = await Person.SignedInAsync(tray);
        Assert.NotNull((await PageVisit.ReadAsync(await asker.Client.GetAsync("/oma"))).Main.QuerySelector("a[href='/julkaise']"));
        await AskAsync(asker, "Kävelykerho <b>", "puheenjohtaja@kerho.example");
        Assert.Null((await PageVisit.ReadAsync(await asker.Client.GetAsync("/julkaise"))).Main.QuerySelector("#refused"));
        await DecideAsync("no", "Kirjoita yhdistyksen rekisterinumero.");

        var told = (await PageVisit.ReadAsync(await asker.Client.GetAsync("/julkaise"))).Main.QuerySelector("#refused")!.TextContent;
        Assert.Contains("Hakemustasi ei hyväksytty: Kävelykerho <b>.", told, StringComparison.Ordinal);
        Assert.Contains("Kirjoita yhdistyksen rekisterinumero.", told, StringComparison.Ordinal);
        using var other = await Person.SignedInAsync(tray);
        Assert.Null((await PageVisit.ReadAsync(await other.Client.GetAsync("/julkaise"))).Main.QuerySelector("#refused"));

        // Where she is reached is needed no more.
        await using (var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync())
        {
            Assert.Equal([""], await context.Set<SignUp>().Where(row => row.AccountId == asker.Account).Select(row => row.Contact).ToListAsync());
        }

        await SendMailAsync();
        var mail = Assert.Single(mails.Mails);
        Assert.Contains("To: puheenjohtaja@kerho.example", mail, StringComparison.Ordinal);
        var words = MailCatcher.Words(mail);
        Assert.Contains("https://tarjotin.example/julkaise?lang=fi", words, StringComparison.Ordinal);
        Assert.DoesNotContain("rekisterinumero", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Kävelykerho", words, StringComparison.Ordinal);

        await AskAsync(asker, "Kävelykerho ry", "040 555 0101");
        Assert.Null((await PageVisit.ReadAsync(await asker.Client.GetAsync("/julkaise"))).Main.QuerySelector("#refused"));
        await DecideAsync("yes", "Tervetuloa");
        var own = await PageVisit.ReadAsync(await asker.Client.GetAsync("/oma"));
        Assert.Contains("Kävelykerho ry", own.Main.TextContent, StringComparison.Ordinal);
        Assert.Null(own.Main.QuerySelector("a[href='/julkaise']"));
    }

    [Fact]
    public async Task Of_an_organisation_that_has_publishers_say_so_and_who_has_gone_asks_no_more()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        using var asker = await Person.SignedInAsync(tray);
        await asker.SendAsync($"/julkaise?organisaatio={Walkers}", "/julkaise", ("contact", "040 555 0101"));
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        Assert.Contains("Sen puolesta julkaisee jo: Testi Henkilö.", (await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/hakemukset"))).Main.TextContent, StringComparison.Ordinal);

        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var asked = await context.Set<SignUp>().SingleAsync(row => row.AccountId == asker.Account);
        Assert.Null(await tray.Services.GetRequiredService<OwnAccountDesk>().CloseAsync(Caller.Person(asker.Account, "", []), Person.Password, CancellationToken.None));
        Assert.Null((await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/hakemukset"))).Main.QuerySelector("button[name=verify]"));
        await Assert.ThrowsAsync<DraftUnknownException>(() => tray.Services.GetRequiredService<SignUpDesk>().DecideAsync(
            Caller.Person(administrator.Account, "", [new Grant(Role.Administrator)]), asked.Id, verify: true, null, CancellationToken.None));
        Assert.False(await context.Set<GivenGrant>().AnyAsync(given => given.AccountId == asker.Account));

        // Where she was reached goes with her account.
        Assert.False(await context.Set<SignUp>().AnyAsync(row => row.AccountId == asker.Account));
    }

    [Fact]
    public async Task Who_was_let_in_can_be_put_out_by_the_administrator_though_nobody_else_is_there()
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        var page = await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/ihmiset"));
        var take = page.Main.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")!.TextContent.StartsWith("Liikuttajat", StringComparison.Ordinal)).QuerySelector("button[name=grant]")!;
        await administrator.SendAsync("/oma/ihmiset", "/oma/ihmiset/pois", ("grant", take.GetAttribute("value")!));
        Assert.Equal(403, (int)(await publisher.Client.GetAsync("/oma/tarjonta")).StatusCode);

        using var county = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "11"), new Grant(Role.Publisher, Walkers));
        using var stranger = await Person.SignedInAsync(tray, new Grant(Role.CountyAdministrator, county: "11"));
        Assert.DoesNotContain("Liikuttajat", (await PageVisit.ReadAsync(await stranger.Client.GetAsync("/oma/ihmiset"))).Main.TextContent, StringComparison.Ordinal);
    }

    private static async Task AskAsync(Person asker, string name, string contact) =>
        Assert.Equal(302, (int)(await asker.SendAsync("/julkaise", "/julkaise", ("name", name), ("kind", "ASSOCIATION"), ("contact", contact))).StatusCode);

    private async Task DecideAsync(string verify, string words)
    {
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        Assert.Equal(302, (int)(await administrator.SendAsync("/oma/hakemukset", "/oma/hakemukset", ("verify", verify), ("words", words))).StatusCode);
    }

    private Task<int> SendMailAsync() => tray.Services.GetRequiredService<MailDeliverer>().RunAsync(CancellationToken.None);
}
