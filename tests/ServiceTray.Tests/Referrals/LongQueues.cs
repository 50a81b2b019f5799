using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A desk to which more is sent than its page opens.</summary>
public sealed class LongQueues
{
    [Fact]
    public async Task The_most_urgent_stands_first_however_many_came_after_it()
    {
        var clock = new HandClock();
        await using var town = await BuildAsync(await TrayApp.StartAsync("none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
        var late = (await town.SendAsync(Input("Ensimmäinen"))).GetProperty("referral").GetProperty("id").GetString();
        var desk = town.Tray.Services.GetRequiredService<ReferralDesk>();
        var nurse = Caller.Person(town.Nurse.Account, "Hoitaja", [new Grant(Role.Professional, County)]);
        clock.Now += TimeSpan.FromDays(3);
        for (var i = 0; i < 500; i++)
        {
            var input = new ReferralSendingInput("hyvinvointilahete", Receiver: Kuopio, Client: new("Myöhempi", Contact: "040 123 4567"), Reason: new([ServiceTray.Themes.ThemeCode.Community]), Agreement: new("1.0", AgreementForm.SpokenPhone, [Purpose.Send, Purpose.TellSender]));
            await desk.SendAsync(input, $"{i}", isDraft: false, nurse, CancellationToken.None);
        }

        var caller = Caller.Person(town.Coordinator.Account, "Koordinaattori", [new Grant(Role.Coordinator, Kuopio)]);
        var list = await town.Tray.Services.GetRequiredService<ReferralFinder>().ListAsync(new ReferralListing(ReferralBox.Received, First: 1), caller, CancellationToken.None);
        Assert.Equal(late, $"{list.Nodes[0].View.Id}");

        // Of what has ended the newest is told, to her care system too, and the page says that there is more.
        var mover = town.Tray.Services.GetRequiredService<ReferralMover>();
        var finder = town.Tray.Services.GetRequiredService<ReferralFinder>();
        var sent = (await finder.ListAsync(new ReferralListing(ReferralBox.Sent, First: 100), nurse, CancellationToken.None)).Nodes;
        foreach (var shown in sent.Skip(1))
        {
            clock.Now += TimeSpan.FromSeconds(1);
            await mover.MoveAsync(new ReferralOrder(shown.View.Id, 1), caller, ReferralMove.Decline, (referral, by) => referral.Decline(by, ReasonCode.NoRoom), CancellationToken.None);
        }

        clock.Now += TimeSpan.FromSeconds(1);
        var newest = await desk.SendAsync(new ReferralSendingInput("hyvinvointilahete", Receiver: Kuopio, Client: new("Uusin", Contact: "040 123 4567"), Reason: new([ServiceTray.Themes.ThemeCode.Community]), Agreement: new("1.0", AgreementForm.SpokenPhone, [Purpose.Send, Purpose.TellSender])), "newest", isDraft: false, nurse, CancellationToken.None);
        await mover.MoveAsync(new ReferralOrder(newest.Shown.View.Id, 1), caller, ReferralMove.Decline, (referral, by) => referral.Decline(by, ReasonCode.NoRoom), CancellationToken.None);
        var ended = await finder.ListAsync(new ReferralListing(ReferralBox.Sent, ReferralState.Declined, First: 1), nurse, CancellationToken.None);
        Assert.Equal(newest.Shown.View.Id, ended.Nodes[0].View.Id);
        using var coordinator = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Kuopio));
        Assert.Contains("Tässä näkyy 100 kiireisintä. Kaikkiaan niitä on ainakin 4", (await PageVisit.ReadAsync(await coordinator.Client.GetAsync("/lahetteet"))).Main.TextContent, StringComparison.Ordinal);
    }
}
