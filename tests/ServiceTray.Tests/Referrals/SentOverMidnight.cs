using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>A permission that ends sooner than the programme's ends then; what was taken while it held is answered again as it was.</summary>
public sealed class SentOverMidnight
{
    [Fact]
    public async Task Is_answered_as_the_first_time_and_what_is_new_is_refused()
    {
        var clock = new MovingClock();
        await using var town = await BuildAsync(await TrayApp.StartAsync("none", builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
        var input = Input();
        ((Dictionary<string, object?>)input["agreement"]!)["until"] = "2026-11-22";
        var first = await town.SendAsync(input, "midnight");
        Assert.Equal("Aino Asiakas", (await ReadAsync(town.Coordinator, IdOf(first))).GetProperty("client").GetProperty("name").GetString());

        // Both read until when it holds.
        foreach (var page in new[]
        {
            await PageVisit.ReadAsync(await town.Coordinator.Client.GetAsync($"/lahetteet/{IdOf(first)}")),
            await PageVisit.PostAsync(town.Tray, "/oma-lahete", ("code", first.GetProperty("code").GetString()!), ("pin", "2468")),
        })
        {
            Assert.Contains(page.Main.QuerySelectorAll("dl.pairs div, section[aria-labelledby=consents] > p").Select(part => part.TextContent), text => text.StartsWith("Lu", StringComparison.Ordinal) && text.Contains("22.11.2026", StringComparison.Ordinal));
        }

        clock.Now += TimeSpan.FromDays(1);
        using var nurse = new Person(town.Tray);
        await using (var context = await town.ContextAsync())
        {
            await nurse.SignInAsync(context.Set<Account>().Single(account => account.Id == town.Nurse.Account).SignInName!, Person.Password);
        }

        var again = await town.SendAsync(input, "midnight", nurse);
        Assert.Equal((first.GetProperty("code").GetString(), 0), (again.GetProperty("code").GetString(), again.GetProperty("errors").GetArrayLength()));
        Assert.Equal("DATE_INVALID", Sending.CodeOf(await town.SendAsync(input, "another", nurse)));
        using var desk = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Kuopio));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await ReadAsync(desk, IdOf(first))).GetProperty("client").ValueKind);
    }

    private static string IdOf(System.Text.Json.JsonElement sent) => sent.GetProperty("referral").GetProperty("id").GetString()!;

    private sealed class MovingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = TrayApp.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
