using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Connections;
using ServiceTray.Data;
using ServiceTray.Outbox;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Connections;

/// <summary>An address whose connector publishes for the organisation no more is not read until a colleague takes it on.</summary>
public sealed class LeftConnections : ConnectedTray
{
    [Fact]
    public async Task Are_read_no_more_told_once_and_taken_on_by_who_stays()
    {
        Told = Calendar(("yksi", "Tanssit"));
        Assert.Equal(302, (int)(await ConnectAsync("kalenteri.ics", "CALENDAR")).StatusCode);
        await ReadDueAsync();
        using var colleague = await Person.SignedInAsync(Tray, new Grant(Role.Publisher, Walkers));
        Assert.DoesNotContain("Ota hoitaaksesi", (await PageVisit.ReadAsync(await colleague.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
        await PressAsync("read");
        await TellAsync();
        Assert.Empty(await MailsAsync());
        await LeaveAsync();

        Told = Calendar(("yksi", "Tanssit"), ("kaksi", "Mainos hänen yrityksestään"));
        await ReadDueAsync();
        Assert.Equal(["Tanssit"], (await OwnAsync()).Select(row => row.Name));
        await TellAsync();
        await TellAsync();
        var mail = Assert.Single(await MailsAsync());
        Assert.Contains("https://tarjotin.example/oma/yhteydet?lang=fi", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Testi", mail.Text, StringComparison.Ordinal);

        // Another's is as if it was not there.
        var page = await PageVisit.ReadAsync(await colleague.Client.GetAsync(Path));
        Assert.Contains("ennen kuin joku teistä ottaa sen hoitaakseen", page.Main.TextContent, StringComparison.Ordinal);
        var action = page.Main.QuerySelector($"form[action^='{Path}/']")!.GetAttribute("action")!;
        using var stranger = await Person.SignedInAsync(Tray, new Grant(Role.Publisher, ServiceTray.Organisations.Source.IdOf("seed", "organisation:kaupunki")));
        var refused = await Assert.ThrowsAsync<ConnectionUnknownException>(() => Tray.Services.GetRequiredService<ConnectionDesk>().TakeOnAsync(
            Caller.Person(stranger.Account, "", [new Grant(Role.Publisher, ServiceTray.Organisations.Source.IdOf("seed", "organisation:kaupunki"))]), Guid.Parse(action[(Path.Length + 1)..]), CancellationToken.None));
        Assert.NotNull(refused);
        await ReadDueAsync();
        Assert.Single(await OwnAsync());

        Assert.Equal(302, (int)(await colleague.SendAsync(Path, action, ("act", "take"))).StatusCode);
        await ReadDueAsync();
        Assert.Equal(2, (await OwnAsync()).Count);
        Assert.DoesNotContain("Ota hoitaaksesi", (await PageVisit.ReadAsync(await colleague.Client.GetAsync(Path))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_told_of_each_time_that_they_are_left()
    {
        Told = Calendar(("yksi", "Tanssit"));
        Assert.Equal(302, (int)(await ConnectAsync("kalenteri.ics", "CALENDAR")).StatusCode);
        using var colleague = await Person.SignedInAsync(Tray, new Grant(Role.Publisher, Walkers));
        foreach (var times in new[] { 1, 2 })
        {
            await LeaveAsync();
            await TellAsync();
            Assert.Equal(times, (await MailsAsync()).Count);
            await using var context = await Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
            context.Add(AccountKeeper.Given(Publisher.Account, new Grant(Role.Publisher, Walkers), null, DateTimeOffset.UtcNow));
            await context.SaveChangesAsync();
            await TellAsync();
        }
    }

    private async Task LeaveAsync()
    {
        await using var context = await Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var given = await context.Set<GivenGrant>().SingleAsync(row => row.AccountId == Publisher.Account);
        await Tray.Services.GetRequiredService<AccountKeeper>().TakeAsync(Caller.Person(Guid.NewGuid(), "", [new Grant(Role.Administrator)]), given.Id, CancellationToken.None);
    }

    private Task TellAsync()
    {
        var teller = new StaffTeller(Tray.Services.GetRequiredService<MailPoster>(), new MailSettings { Server = MailServer.Of("127.0.0.1:9"), Address = "https://tarjotin.example" });
        return new ConnectionOwner(Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>(), teller, TimeProvider.System).TellAsync(CancellationToken.None);
    }

    private async Task<IReadOnlyList<Mail>> MailsAsync()
    {
        await using var context = await Tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var sealer = Tray.Services.GetRequiredService<Sealer>();
        return [.. (await context.Set<WaitingMail>().ToListAsync()).Select(row => sealer.OpenOrNull<Mail>(MailPoster.Purpose, row.Contents)!)];
    }
}
