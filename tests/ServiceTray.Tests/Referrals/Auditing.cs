using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>The log as auditors read it: who did what, never about whom; and a broken one says so.</summary>
public sealed class Auditing(SharedTown shared) : IClassFixture<SharedTown>
{
    private const string Query = "query($unit: ID, $before: Int) { referralAudit(first: 100, unit: $unit, before: $before) { isWhole hasMore entries { number subject account unit role act } } }";

    private readonly ReferralTown town = shared.Town;

    [Fact]
    public async Task Sees_who_read_and_moved_in_its_county_and_that_nothing_was_altered()
    {
        var sent = await town.SendAsync(Input("Lokin Asiakas"));
        await MoveAsync(town.Coordinator, "receiveReferral", sent.GetProperty("referral"));
        using var auditor = await Person.SignedInAsync(town.Tray, new Grant(Role.Auditor, county: "PS"));
        using var other = await Person.SignedInAsync(town.Tray, new Grant(Role.Auditor, county: "VS"));

        var log = (await auditor.AskAsync(Query, new { unit = Kuopio })).GetProperty("data").GetProperty("referralAudit");
        Assert.True(log.GetProperty("isWhole").GetBoolean());
        var received = log.GetProperty("entries").EnumerateArray().First(entry => entry.GetProperty("act").GetString() == "RECEIVE");
        Assert.Equal(($"{town.Coordinator.Account}", "COORDINATOR", $"{Kuopio}"), (received.GetProperty("account").GetString(), received.GetProperty("role").GetString(), received.GetProperty("unit").GetString()));
        Assert.DoesNotContain(sent.GetProperty("referral").GetProperty("id").GetString()!, $"{log}", StringComparison.Ordinal);
        var older = (await auditor.AskAsync(Query, new { before = received.GetProperty("number").GetInt32() })).GetProperty("data").GetProperty("referralAudit").GetProperty("entries");
        Assert.All(older.EnumerateArray(), entry => Assert.True(entry.GetProperty("number").GetInt32() < received.GetProperty("number").GetInt32()));
        Assert.Equal(0, (await other.AskAsync(Query)).GetProperty("data").GetProperty("referralAudit").GetProperty("entries").GetArrayLength());
        Assert.Equal("FORBIDDEN", Sending.TopCode(await town.Coordinator.AskAsync(Query)));

        var plain = (await PageVisit.ReadAsync(await auditor.Client.GetAsync("/loki"))).Main;
        Assert.DoesNotContain("Loki on", plain.TextContent, StringComparison.Ordinal);
        var check = plain.QuerySelectorAll("a").First(link => link.TextContent.StartsWith("Tarkista", StringComparison.Ordinal)).GetAttribute("href")!;
        var page = await PageVisit.ReadAsync(await auditor.Client.GetAsync(check));
        Assert.Contains("Loki on ehjä", page.Main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lokin Asiakas", page.Text, StringComparison.Ordinal);

        await using var context = await town.ContextAsync();
        await context.Database.ExecuteSqlRawAsync("DROP TRIGGER referral_audit_unchanged; UPDATE referral_audit SET act = 'READ' WHERE act = 'RECEIVE'");
        Assert.Contains("Loki on rikki", (await PageVisit.ReadAsync(await auditor.Client.GetAsync(check))).Main.TextContent, StringComparison.Ordinal);
        Assert.False((await auditor.AskAsync(Query)).GetProperty("data").GetProperty("referralAudit").GetProperty("isWhole").GetBoolean());
    }
}
