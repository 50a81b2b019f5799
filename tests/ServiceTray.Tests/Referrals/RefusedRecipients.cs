using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Accounts;
using ServiceTray.Outbox;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Outbox;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>What is done when a mail server says that nobody gets mail at an address.</summary>
public sealed class RefusedRecipients
{
    [Fact]
    public async Task Are_written_to_once_and_a_client_is_told_by_whoever_knows_her()
    {
        using var mails = new MailCatcher { Unknown = "kadonnut" };
        await using var town = await BuildAsync(await TrayApp.StartAsync("none", builder =>
        {
            builder.Services.AddSingleton(new ReferralSettings { Address = "https://tarjotin.example" });
            builder.Services.AddSingleton(new MailSettings { Server = MailServer.Of(mails.Address) });
            foreach (var own in builder.Services.Where(service => service.ImplementationType == typeof(ReferralClockwork)).ToList())
            {
                builder.Services.Remove(own);
            }
        }));
        var input = Input("Aino Asiakas");
        var client = (Dictionary<string, object?>)input["client"]!;
        (client["channel"], client["contact"]) = ("EMAIL", "kadonnut@asiakas.example");
        ((Dictionary<string, object?>)input["agreement"]!)["form"] = "CODE";
        await town.SendAsync(input);
        await town.Tray.Services.GetRequiredService<NoticeDeliverer>().RunAsync(CancellationToken.None);

        await using (var context = await town.ContextAsync())
        {
            var notice = await context.Set<ReferralNotice>().SingleAsync(notice => notice.Audience == NoticeAudience.Client);
            Assert.Equal((1, null, true), (notice.Attempts, notice.NextAt, notice.DeadAt is not null));
        }

        using var administrator = await Person.SignedInAsync(town.Tray, new Grant(Role.Administrator));
        Assert.NotEmpty((await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/toimittamatta"))).Main.QuerySelectorAll("button[name=notice]"));
        var page = await PageVisit.ReadAsync(await town.Nurse.Client.GetAsync("/kirjeet"));
        Assert.Contains("Viesti ei mennyt perille", page.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("kadonnut", page.Main.TextContent, StringComparison.Ordinal);
        await town.Nurse.SendAsync("/kirjeet", "/kirjeet", ("told", page.Main.QuerySelector("button[name=told]")!.GetAttribute("value")!));
        Assert.Empty((await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/toimittamatta"))).Main.QuerySelectorAll("button[name=notice]"));
    }
}
