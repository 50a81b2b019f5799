using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Outbox;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Tests.Support;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>Staff are written to in their own language, a mailbox of several in each; and a desk's program is told only as long as who set it is of the desk.</summary>
public sealed class StaffNotices : IAsyncLifetime, IDisposable
{
    private readonly MailCatcher mails = new();
    private WebCatcher outside = null!;
    private ReferralTown town = null!;

    public async Task InitializeAsync()
    {
        outside = await WebCatcher.StartAsync();
        town = await BuildAsync(await TrayApp.StartAsync("none", builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new HandClock()));
            builder.Services.AddSingleton(new ReferralSettings { CallsOwnNetwork = true, Address = "https://tarjotin.example" });
            mails.Serve(builder);
            foreach (var own in builder.Services.Where(service => service.ImplementationType == typeof(ReferralClockwork)).ToList())
            {
                builder.Services.Remove(own);
            }
        }));
    }

    public async Task DisposeAsync()
    {
        await town.DisposeAsync();
        await outside.DisposeAsync();
    }

    public void Dispose() => mails.Dispose();

    [Theory]
    [InlineData("sv", "Servicebrickan: du har en uppgift", "En uppgift väntar")]
    [InlineData("en", "Service tray: there is a task for you", "A task waits")]
    [InlineData("fi", "Palvelutarjotin: sinulle on tehtävä", "odottaa tehtävä")]
    public async Task Are_in_her_language_and_a_desks_mailbox_is_told_in_each(string language, string subject, string words)
    {
        await town.Nurse.SendAsync("/oma/tili", "/oma/tili/kieli", ("language", language));
        var received = (await MoveAsync(town.Coordinator, "receiveReferral", (await town.SendAsync(Input())).GetProperty("referral"))).GetProperty("referral");
        await MoveAsync(town.Coordinator, "askInformation", received, "text: \"Kumpi päivä?\"");
        await DeliverAsync();
        var desk = Assert.Single(mails.Mails, mail => mail.Contains("linkki@kuopio.example", StringComparison.Ordinal));
        Assert.All(new[] { "odottaa tehtävä", "En uppgift väntar", "A task waits" }, each => Assert.Contains(each, MailCatcher.Words(desk), StringComparison.Ordinal));
        var hers = mails.Mails.Where(mail => mail != desk).ToList();
        Assert.NotEmpty(hers);
        Assert.All(hers, mail =>
        {
            Assert.Contains(words, MailCatcher.Words(mail), StringComparison.Ordinal);
            Assert.Equal(2, MailCatcher.Words(mail).Split("https://").Length);
            Assert.Equal(subject, SubjectOf(mail));
        });
    }

    [Fact]
    public async Task Of_a_language_begin_with_the_one_she_signs_in_with_and_end_with_the_one_she_chooses()
    {
        await using var context = await town.ContextAsync();
        var account = await context.Set<Account>().SingleAsync(row => row.Id == town.Nurse.Account);
        Assert.Equal(ServiceTray.Languages.Language.Fi, account.Language);
        await context.Set<Account>().Where(row => row.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Language, (ServiceTray.Languages.Language?)null));
        using var swedish = new Person(town.Tray);
        await swedish.SignInAsync(account.SignInName!, Person.Password, "/kirjaudu?lang=sv");
        Assert.Equal(ServiceTray.Languages.Language.Sv, await LanguageAsync());
        using var english = new Person(town.Tray);
        await english.SignInAsync(account.SignInName!, Person.Password, "/kirjaudu?lang=en");
        Assert.Equal(ServiceTray.Languages.Language.Sv, await LanguageAsync());
        await english.SendAsync("/oma/tili", "/oma/tili/kieli", ("language", "en"));
        Assert.Equal(ServiceTray.Languages.Language.En, await LanguageAsync());

        async Task<ServiceTray.Languages.Language?> LanguageAsync() => await context.Set<Account>().Where(row => row.Id == account.Id).Select(row => row.Language).SingleAsync();
    }

    [Fact]
    public async Task Go_to_no_program_whose_address_was_set_by_one_who_has_left_the_desk()
    {
        using var colleague = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Kuopio));
        await colleague.SendAsync("/oma/tili", "/oma/tili/kieli", ("language", "sv"));
        await town.Coordinator.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("url", $"{outside.Address}"), ("act", "set"));
        await town.SendAsync(Input("Ensin Asiakas"));
        await DeliverAsync();
        Assert.Single(outside.Caught);

        await using var context = await town.ContextAsync();
        var given = await context.Set<GivenGrant>().SingleAsync(row => row.AccountId == town.Coordinator.Account);
        await town.Tray.Services.GetRequiredService<AccountKeeper>().TakeAsync(Caller.Person(Guid.NewGuid(), "", [new Grant(Role.Administrator)]), given.Id, CancellationToken.None);
        await town.SendAsync(Input("Toka Asiakas"));
        await DeliverAsync();
        Assert.Single(outside.Caught);
        Assert.False(await context.Set<ReferralWebhook>().AnyAsync());
        await town.Tray.Services.GetRequiredService<MailDeliverer>().RunAsync(CancellationToken.None);
        var told = Assert.Single(mails.Mails, mail => MailCatcher.Words(mail).Contains("/oma/kutsuosoitteet", StringComparison.Ordinal));
        Assert.Contains("Ange adressen på nytt", MailCatcher.Words(told), StringComparison.Ordinal);

        // The desk is told by its mailbox again, and a colleague may set it anew.
        await colleague.SendAsync("/oma/kutsuosoitteet", "/oma/kutsuosoitteet", ("url", $"{outside.Address}"), ("act", "set"));
        await town.SendAsync(Input("Kolmas Asiakas"));
        await DeliverAsync();
        Assert.Equal(2, outside.Caught.Count);
    }

    [Fact]
    public async Task Go_to_no_address_that_a_program_set_whose_token_was_made_by_one_who_has_left()
    {
        using var publisher = await Person.SignedInAsync(town.Tray, new Grant(Role.Publisher, Kuopio));
        var programs = town.Tray.Services.GetRequiredService<MachineClientDesk>();
        var token = await programs.MakeAsync(Caller.Person(publisher.Account, "", [new Grant(Role.Publisher, Kuopio)]), "Järjestelmä", new Grant(Role.Coordinator, Kuopio), ["referrals"], CancellationToken.None);
        await town.Tray.Services.GetRequiredService<WebhookDesk>().SetAsync(Kuopio, $"{outside.Address}", (await programs.OfTokenAsync(token, CancellationToken.None))!, CancellationToken.None);
        await town.SendAsync(Input("Ensin Asiakas"));
        await DeliverAsync();
        Assert.Single(outside.Caught);

        await using var context = await town.ContextAsync();
        var given = await context.Set<GivenGrant>().SingleAsync(row => row.AccountId == publisher.Account);
        await town.Tray.Services.GetRequiredService<AccountKeeper>().TakeAsync(Caller.Person(Guid.NewGuid(), "", [new Grant(Role.Administrator)]), given.Id, CancellationToken.None);
        await town.SendAsync(Input("Toka Asiakas"));
        await DeliverAsync();
        Assert.Single(outside.Caught);
        Assert.False(await context.Set<ReferralWebhook>().AnyAsync());
    }

    private static string SubjectOf(string mail) => MimeKit.Utils.Rfc2047.DecodeText(System.Text.Encoding.ASCII.GetBytes(
        mail.Split('\n').SkipWhile(line => !line.StartsWith("Subject: ", StringComparison.Ordinal)).TakeWhile((line, i) => i == 0 || line.StartsWith(' ') || line.StartsWith('\t')).Aggregate("", (all, line) => all + line.TrimEnd('\r'))["Subject: ".Length..]));

    private Task<int> DeliverAsync() => town.Tray.Services.GetRequiredService<NoticeDeliverer>().RunAsync(CancellationToken.None);
}
