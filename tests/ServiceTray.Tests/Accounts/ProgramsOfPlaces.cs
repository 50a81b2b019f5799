using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Organisations;
using ServiceTray.Outbox;
using ServiceTray.Tests.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>Tokens of programs: role and place are chosen in words that a narrow screen shows whole, and whoever stays hears of one that ended with its maker's role.</summary>
public sealed class ProgramsOfPlaces : IAsyncLifetime, IDisposable
{
    private static readonly Guid Walkers = Source.IdOf("seed", "organisation:liikuttajat");

    private readonly MailCatcher mails = new();
    private TrayApp tray = null!;

    public async Task InitializeAsync() => tray = await TrayApp.StartAsync(change: mails.Serve);

    public async Task DisposeAsync() => await tray.DisposeAsync();

    public void Dispose() => mails.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("ADMINISTRATOR ")]
    [InlineData("PUBLISHER ei")]
    public async Task Keep_what_was_typed_when_no_role_was_chosen_that_she_may_give(string grant)
    {
        using var publisher = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        var page = await PageVisit.ReadAsync(await publisher.Client.GetAsync("/oma/ohjelmat"));
        Assert.Empty(page.Main.QuerySelectorAll("select"));
        var place = page.Main.QuerySelector("#grant details")!;
        Assert.True(place.HasAttribute("open"));
        Assert.Contains("Liikuttajat", place.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, place.QuerySelectorAll("input[type=radio]").Length);

        var answer = await publisher.SendAsync("/oma/ohjelmat", "/oma/ohjelmat", ("name", "Kerhon sivut"), ("grant", grant), ("scope", "offerings:write"));
        if (grant == "ADMINISTRATOR ")
        {
            Assert.Equal(403, (int)answer.StatusCode);
            return;
        }

        var refused = await PageVisit.ReadAsync(answer);
        Assert.Equal((422, "Valitse rooli ja paikka."), (refused.Status, refused.Document.QuerySelector("[role=alert]")!.TextContent.Trim()));
        Assert.Equal("Kerhon sivut", refused.Document.QuerySelector("#name")!.GetAttribute("value"));
        Assert.True(refused.Document.QuerySelector("input[value='offerings:write']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Which_ended_with_their_makers_role_are_told_to_who_may_make_another()
    {
        using var maker = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        using var stays = await Person.SignedInAsync(tray, new Grant(Role.Publisher, Walkers));
        await stays.SendAsync("/oma/tili", "/oma/tili/kieli", ("language", "en"));
        using var editor = await Person.SignedInAsync(tray, new Grant(Role.Editor, Walkers));
        var self = Caller.Person(maker.Account, "", [new Grant(Role.Publisher, Walkers)]);
        await tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(self, "Yksi", new Grant(Role.Editor, Walkers), ["offerings:write"], CancellationToken.None);
        await tray.Services.GetRequiredService<MachineClientDesk>().MakeAsync(self, "Toinen", new Grant(Role.Editor, Walkers), ["offerings:write"], CancellationToken.None);
        await using var context = await tray.Services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();
        var given = await context.Set<GivenGrant>().SingleAsync(row => row.AccountId == maker.Account);
        await tray.Services.GetRequiredService<AccountKeeper>().TakeAsync(Caller.Person(Guid.NewGuid(), "", [new Grant(Role.Administrator)]), given.Id, CancellationToken.None);
        await tray.Services.GetRequiredService<MailDeliverer>().RunAsync(CancellationToken.None);
        var words = MailCatcher.Words(Assert.Single(mails.Mails));
        Assert.StartsWith("A program can use the Service tray no more", words, StringComparison.Ordinal);
        Assert.Contains("https://tarjotin.example/oma/ohjelmat?lang=en", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Yksi", words, StringComparison.Ordinal);
    }
}
