using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Tests.Support;
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
            var input = new ReferralSendingInput("hyvinvointilahete", Receiver: Kuopio, Client: new("Myöhempi", Contact: "040 123 4567"), Reason: new([ServiceTray.Themes.ThemeCode.Community]), Agreement: new("1.0", AgreementForm.SpokenPhone, [Purpose.Send]));
            await desk.SendAsync(input, $"{i}", isDraft: false, nurse, CancellationToken.None);
        }

        var caller = Caller.Person(town.Coordinator.Account, "Koordinaattori", [new Grant(Role.Coordinator, Kuopio)]);
        var list = await town.Tray.Services.GetRequiredService<ReferralFinder>().ListAsync(new ReferralListing(ReferralBox.Received, First: 1), caller, CancellationToken.None);
        Assert.Equal(late, $"{list.Nodes[0].View.Id}");
    }
}
