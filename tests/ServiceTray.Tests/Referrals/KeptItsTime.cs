using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Referrals;
using ServiceTray.Referrals.Retention;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;
using static ServiceTray.Tests.Referrals.ReferralTown;

namespace ServiceTray.Tests.Referrals;

/// <summary>What goes when its time is over, and the log after it.</summary>
public sealed class KeptItsTime : IAsyncLifetime
{
    private readonly HandClock clock = new();

    private ReferralTown town = null!;

    public async Task InitializeAsync() => town = await BuildAsync(await TrayApp.StartAsync("none", builder =>
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        foreach (var own in builder.Services.Where(service => service.ImplementationType == typeof(ReferralClockwork)).ToList())
        {
            builder.Services.Remove(own);
        }
    }));

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task What_has_been_kept_as_long_as_its_programme_says_goes_and_is_reported_and_the_log_stays_whole()
    {
        var sent = await town.SendAsync(Input("Poistuva Asiakas"));
        await MoveAsync(town.Coordinator, "declineReferral", sent.GetProperty("referral"), "reason: NO_ROOM");
        var open = (await town.SendAsync(Input("Jäävä Asiakas"))).GetProperty("referral").GetProperty("id").GetString();
        var keeper = town.Tray.Services.GetRequiredService<RetentionKeeper>();
        clock.Now += TimeSpan.FromDays(729);
        Assert.Equal(0, await keeper.RunAsync(CancellationToken.None));
        clock.Now += TimeSpan.FromDays(3);
        Assert.Equal(1, await keeper.RunAsync(CancellationToken.None));
        await using var context = await town.ContextAsync();
        Assert.Equal([open], (await context.Set<Referral>().Select(referral => referral.Id).ToListAsync()).Select(id => $"{id}"));
        Assert.Equal([open], (await context.Set<ReferralKey>().Select(key => key.Referral).ToListAsync()).Select(id => $"{id}"));
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
        Assert.Equal(1, (await context.Set<RetentionRun>().SingleAsync()).Referrals);
        Assert.Equal(JsonValueKind.Null, (await town.ByCodeAsync(sent.GetProperty("code").GetString()!, "2468")).GetProperty("data").GetProperty("referralByCode").ValueKind);
        using var administrator = await Person.SignedInAsync(town.Tray, new Grant(Role.Administrator));
        Assert.Contains("1 lähetettä", (await PageVisit.ReadAsync(await administrator.Client.GetAsync("/oma/toimittamatta"))).Main.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_programme_that_has_no_definition_any_more_it_is_brought_to_its_end_and_goes_in_its_time()
    {
        var sent = (await town.SendAsync(Input("Poistettu Malli"))).GetProperty("referral");
        var id = sent.GetProperty("id").GetString()!;
        await town.SendAsync(Input("Toinen Asiakas"));
        await using var context = await town.ContextAsync();
        await context.Set<Referral>().Where(row => row.Id == Guid.Parse(id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.ProgrammeKey, "poistettu"));
        foreach (var (person, box) in new[] { (town.Coordinator, "RECEIVED"), (town.Nurse, "SENT") })
        {
            Assert.Equal(2, (await person.AskAsync($$"""{ referrals(box: {{box}}) { nodes { id client { name } } } }""")).GetProperty("data").GetProperty("referrals").GetProperty("nodes").GetArrayLength());
            Assert.Equal(200, (int)(await person.Client.GetAsync("/lahetteet")).StatusCode);
            Assert.Equal(200, (int)(await person.Client.GetAsync($"/lahetteet/{id}")).StatusCode);
        }

        Assert.Equal("CONSENT_TEXT_UNKNOWN", Sending.CodeOf(await MoveAsync(town.Coordinator, "renewReferralConsent", id, 1, "textVersion: \"\", form: PAPER", spokenWish: true)));
        Assert.Equal("DECLINED", (await MoveAsync(town.Coordinator, "declineReferral", sent, "reason: NO_ROOM")).GetProperty("referral").GetProperty("state").GetString());
        var keeper = town.Tray.Services.GetRequiredService<RetentionKeeper>();
        clock.Now += TimeSpan.FromDays(729);
        await keeper.RunAsync(CancellationToken.None);
        Assert.True(await context.Set<Referral>().AnyAsync(row => row.Id == Guid.Parse(id)));

        // As long as the one that keeps longest says: two years.
        clock.Now += TimeSpan.FromDays(3);
        await keeper.RunAsync(CancellationToken.None);
        Assert.False(await context.Set<Referral>().AnyAsync(row => row.Id == Guid.Parse(id)));
        Assert.False(await context.Set<ReferralKey>().AnyAsync(key => key.Referral == Guid.Parse(id)));
    }

    [Fact]
    public async Task One_whose_permission_ended_and_was_not_let_go_on_is_kept_as_long_as_one_that_ended()
    {
        var id = Guid.Parse((await town.SendAsync(Input("Lupa Päättyi"))).GetProperty("referral").GetProperty("id").GetString()!);
        var keeper = town.Tray.Services.GetRequiredService<RetentionKeeper>();
        await using var context = await town.ContextAsync();
        clock.Now = new(2029, 11, 22, 10, 0, 0, TimeSpan.Zero);
        await keeper.RunAsync(CancellationToken.None);
        Assert.True(await context.Set<Referral>().AnyAsync(row => row.Id == id));
        clock.Now = new(2029, 11, 23, 10, 0, 0, TimeSpan.Zero);
        await keeper.RunAsync(CancellationToken.None);
        Assert.False(await context.Set<Referral>().AnyAsync(row => row.Id == id));
    }

    [Fact]
    public async Task The_log_goes_when_no_programme_keeps_it_longer_and_what_is_left_of_it_is_whole()
    {
        var sent = await town.SendAsync(Input("Lokissa Ollut"));
        await MoveAsync(town.Coordinator, "declineReferral", sent.GetProperty("referral"), "reason: NO_ROOM");
        await using var context = await town.ContextAsync();
        var first = await context.Set<AuditEntry>().MaxAsync(entry => entry.Seq);
        clock.Now += TimeSpan.FromDays(900);
        using var nurse = await Person.SignedInAsync(town.Tray, new Grant(Role.Professional, County));
        var later = (await town.SendAsync(Input("Myöhempi Asiakas"), by: nurse)).GetProperty("referral").GetProperty("id").GetString()!;
        await ReadAsync(nurse, later);
        await ReadAsync(nurse, later);
        var keeper = town.Tray.Services.GetRequiredService<RetentionKeeper>();
        await keeper.RunAsync(CancellationToken.None);
        Assert.Equal(1, await context.Set<AuditEntry>().MinAsync(entry => entry.Seq));

        // Sixty months from the first, and not yet from the second.
        clock.Now += TimeSpan.FromDays(930);
        await keeper.RunAsync(CancellationToken.None);
        Assert.Equal(first + 1, await context.Set<AuditEntry>().MinAsync(entry => entry.Seq));
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
        Assert.Equal((int)first, (await context.Set<RetentionRun>().AsNoTracking().OrderByDescending(run => run.At).FirstAsync()).LogEntries);

        // What is left can still be neither taken out nor altered unseen; and the last stays, however old.
        await Assert.ThrowsAnyAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM referral_audit"));
        clock.Now += TimeSpan.FromDays(9000);
        await keeper.RunAsync(CancellationToken.None);
        Assert.Equal([first + 3], await context.Set<AuditEntry>().Select(entry => entry.Seq).ToListAsync());
        Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
        await context.Database.ExecuteSqlRawAsync("DELETE FROM retention_run WHERE log_until = (SELECT MAX(log_until) FROM retention_run)");
        Assert.Equal(first + 3, await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
    }

    [Fact]
    public async Task The_log_goes_once_a_day_however_many_of_its_entries_grow_old_meanwhile()
    {
        foreach (var i in Enumerable.Range(0, 3))
        {
            await town.SendAsync(Input($"Lokissa {i}"));
            clock.Now += TimeSpan.FromHours(1);
        }

        // Sixty months and a little: with each hour another entry is old enough.
        var keeper = town.Tray.Services.GetRequiredService<RetentionKeeper>();
        foreach (var (hours, runs) in new[] { (0, 1), (1, 1), (2, 1), (25, 2) })
        {
            clock.Now = TrayApp.Now.AddMonths(60).AddMinutes(1).AddHours(hours);
            await keeper.RunAsync(CancellationToken.None);
            await using var context = await town.ContextAsync();
            Assert.Equal(runs, await context.Set<RetentionRun>().CountAsync());
            Assert.Null(await AuditWriter.FirstBrokenAsync(context, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_chain_goes_from_its_end_so_that_no_code_leads_into_nothing()
    {
        var sent = await town.SendAsync(Input("Ketjun Asiakas"));
        var child = (await MoveAsync(town.Coordinator, "forwardReferral", sent.GetProperty("referral"), $"receiver: \"{Iisalmi}\"")).GetProperty("referral").GetProperty("child").GetString();
        clock.Now += TimeSpan.FromDays(800);
        var keeper = town.Tray.Services.GetRequiredService<RetentionKeeper>();
        Assert.Equal(0, await keeper.RunAsync(CancellationToken.None));
        using var coordinator = await Person.SignedInAsync(town.Tray, new Grant(Role.Coordinator, Iisalmi));
        await MoveAsync(coordinator, "declineReferral", child!, 1, "reason: NO_ROOM");
        clock.Now += TimeSpan.FromDays(800);
        Assert.Equal(2, await keeper.RunAsync(CancellationToken.None));
        Assert.Equal(JsonValueKind.Null, (await town.ByCodeAsync(sent.GetProperty("code").GetString()!, "2468")).GetProperty("data").GetProperty("referralByCode").ValueKind);
    }
}
