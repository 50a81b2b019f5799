using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Import;
using ServiceTray.Import.Ptv;
using ServiceTray.Import.Ptv.V12;
using ServiceTray.Import.Remote;
using ServiceTray.Import.Schedule;
using ServiceTray.Tests.Import.Ptv;
using ServiceTray.Tests.Import.Ptv.V12;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import.Schedule;

/// <summary>A source that can tell what changed, read by itself in a tray whose clock a test moves.</summary>
public sealed class ScheduledChanges
{
    private readonly HandClock clock = new();
    private readonly RegisterV12 register = new();
    private bool breaks;

    public ScheduledChanges()
    {
        register.Services.AddRange([ToldV12.AService(), ToldV12.AService("0a000000-0000-4000-8000-000000000002")]);
        register.Connections.AddRange(register.Services.Select(service => ToldV12.AConnection($"{service["contentId"]}", Told.Location)));
    }

    [Fact]
    public async Task Between_runs_that_read_all_only_what_changed_since_the_last_whole_success_is_asked_for()
    {
        await using var api = await LoopbackApi.StartAsync(AnswerAsync);
        await using var tray = await StartAsync(api);

        await RunDueAsync(tray);
        Assert.DoesNotContain(api.Asked, asked => asked.Contains("AtOrAfter", StringComparison.Ordinal));
        Assert.Equal((2, (DateTimeOffset?)null), ((await LastAsync(tray)).Added, (await LastAsync(tray)).Since));

        // Six hours later: what changed since that run began, with an overlap.
        api.Asked.Clear();
        clock.Now += TimeSpan.FromHours(6);
        register.Services[0]["languageVersions"]!["fi"]!["name"] = "Uusi nimi";
        register.Changed.Add(Told.Service);
        await RunDueAsync(tray);
        Assert.Equal((1, TrayApp.Now - ChangeMark.Overlap), ((await LastAsync(tray)).Changed, (await LastAsync(tray)).Since));
        Assert.Contains("/api/v12/service/search?publishedAtOrAfter=2026-11-22T07%3A00%3A00.000Z&page=1&pageSize=100", api.Asked);

        // One that is cut in the middle moves no mark: the next asks from where the last success began.
        clock.Now += TimeSpan.FromHours(6);
        breaks = true;
        await RunDueAsync(tray);
        Assert.Equal(ImportRunState.Failed, (await LastAsync(tray)).State);
        breaks = false;
        clock.Now += TimeSpan.FromHours(12);
        await RunDueAsync(tray);
        Assert.Equal((ImportRunState.Done, TrayApp.Now.AddHours(6) - ChangeMark.Overlap), ((await LastAsync(tray)).State, (await LastAsync(tray)).Since));

        // A week after all was read, all is read again, and what the register no longer has goes.
        register.Changed.Clear();
        register.Services.RemoveAt(1);
        clock.Now = TrayApp.Now.AddDays(7);
        await RunDueAsync(tray);
        Assert.Equal((null, ImportRunState.Done, 1), ((await LastAsync(tray)).Since, (await LastAsync(tray)).State, (await LastAsync(tray)).Removed));
    }

    [Fact]
    public async Task Its_rhythm_is_told_on_the_page()
    {
        await using var api = await LoopbackApi.StartAsync(AnswerAsync);
        await using var tray = await StartAsync(api);
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));

        var page = WebUtility.HtmlDecode(await administrator.Client.GetStringAsync("/oma/tuonnit"));

        Assert.Contains("Luetaan 6 tunnin välein. Käynnit lukevat vain muuttuneet; kaikki luetaan 7 päivän välein.", page, StringComparison.Ordinal);
    }

    private static Task RunDueAsync(TrayApp tray) => tray.Services.GetRequiredService<ScheduleClock>().RunDueAsync(CancellationToken.None);

    private static async Task<ImportRunAnswer> LastAsync(TrayApp tray) => (await tray.Services.GetRequiredService<ScheduleDesk>().ListAsync(default))[0].LastRun!;

    private Task AnswerAsync(LoopbackApi api, HttpContext context)
    {
        if (!breaks || !$"{context.Request.Path}".EndsWith("/connection/search", StringComparison.Ordinal))
        {
            return register.AnswerAsync(api, context);
        }

        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Its own clock's rounds are left out: a test makes them.</summary>
    private Task<TrayApp> StartAsync(LoopbackApi api) => TrayApp.StartAsync("none", builder =>
    {
        var source = new PtvSource(
            new V12Client(new RemoteClient(LoopbackApi.Limits), LoopbackApi.Limits, new Uri(api.Address, "api/v12/"), new PtvAsk(Key: RegisterV12.Key)),
            ImportFolder.Rules, ImportFolder.Regions, clock, isWhole: true);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.Replace(ServiceDescriptor.Singleton(new SourceSchedule([new ScheduledSource(TimeSpan.FromHours(6), new ImportChoices(), _ => source)])));
        var rounds = builder.Services.Where(service => service.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)).ToList();
        foreach (var round in rounds.Where(round => round.ImplementationFactory?.Method.ReturnType == typeof(ScheduleClock)))
        {
            builder.Services.Remove(round);
        }
    });
}
