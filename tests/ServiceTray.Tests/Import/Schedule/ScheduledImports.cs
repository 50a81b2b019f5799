using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Import;
using ServiceTray.Import.Schedule;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import.Schedule;

/// <summary>Sources that are read by themselves, in a tray whose clock a test moves.</summary>
public sealed class ScheduledImports
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly HandClock clock = new();

    [Fact]
    public async Task Are_run_when_they_are_due_and_not_before()
    {
        await using var tray = await StartAsync(Every(Hour, () => new ListedSource([1, 2])), Every(6 * Hour, () => new ListedSource([3], name: "other")));

        await RunDueAsync(tray);
        clock.Now += TimeSpan.FromMinutes(59);
        await RunDueAsync(tray);
        Assert.Equal(["listed", "other"], await SourcesAsync(tray));

        clock.Now += TimeSpan.FromMinutes(1);
        await RunDueAsync(tray);
        Assert.Equal(["listed", "listed", "other"], await SourcesAsync(tray));
        Assert.All(await Desk(tray).ListAsync(9, default), run => Assert.Equal(ImportRunState.Done, run.State));
    }

    [Fact]
    public async Task One_that_fails_rests_twice_as_long_each_time_and_is_told_and_holds_up_no_other()
    {
        var breaks = true;
        await using var tray = await StartAsync(Every(Hour, () => new ListedSource([1], breaksOff: breaks)), Every(Hour, () => new ListedSource([3], name: "other")));
        var begun = new List<double>();
        for (var minute = 0; minute < 16 * 60; minute += 30)
        {
            clock.Now = TrayApp.Now.AddMinutes(minute);
            var before = (await SourcesAsync(tray)).Count(source => source == "listed");
            await RunDueAsync(tray);
            if ((await SourcesAsync(tray)).Count(source => source == "listed") > before)
            {
                begun.Add(minute / 60.0);
            }
        }

        // It begins at once; then two, four and eight hours later.
        Assert.Equal([0, 2, 6, 14], begun);
        var failing = (await tray.Services.GetRequiredService<ScheduleDesk>().ListAsync(default))[0];
        Assert.Equal((4, TrayApp.Now.AddHours(30), "The source ends in the middle."), (failing.Failures, failing.NextAt, failing.LastRun!.Failure));
        Assert.Equal(16, (await SourcesAsync(tray)).Count(source => source == "other"));
        Assert.Contains(tray.Log.Lines, line => line.Contains("The scheduled import of listed failed", StringComparison.Ordinal));

        // Once it is well again, it is read as often as before.
        breaks = false;
        clock.Now = failing.NextAt;
        await RunDueAsync(tray);
        var well = (await tray.Services.GetRequiredService<ScheduleDesk>().ListAsync(default))[0];
        Assert.Equal((0, clock.Now + Hour), (well.Failures, well.NextAt));
    }

    [Fact]
    public async Task A_serving_tray_reads_them_by_itself_by_the_clock_on_the_wall()
    {
        await using var tray = await TrayApp.StartAsync("none", builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(TimeProvider.System));
            builder.Services.Replace(ServiceDescriptor.Singleton(new SourceSchedule([Every(Hour, () => new ListedSource([1, 2]))])));
        });
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await Desk(tray).ListAsync(9, default)).Any(run => run.State == ImportRunState.Done))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 3, 8)]
    [InlineData(1, 5, 24)]
    [InlineData(1, 1_000, 24)]
    [InlineData(48, 0, 48)]
    [InlineData(48, 7, 48)]
    public void A_pause_never_grows_over_a_day_or_what_it_was_meant_to_be(int hours, int failures, int pause) =>
        Assert.Equal(pause * Hour, Every(hours * Hour, () => new ListedSource([])).PauseAfter(failures));

    [Fact]
    public async Task Two_runs_of_a_source_never_overlap_and_one_that_was_cut_is_due_at_once()
    {
        await using var tray = await StartAsync(Every(Hour, () => new ListedSource([1, 2])));
        using (RunLock.TryTake(tray.Settings.Database, "listed"))
        {
            await RunDueAsync(tray);
            Assert.Empty(await SourcesAsync(tray));
        }

        // A kill leaves a run that reads.
        await using (var context = await tray.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ServiceTray.Data.TrayContext>>().CreateDbContextAsync())
        {
            context.ImportRuns.Add(new ImportRun { Id = Guid.CreateVersion7(clock.Now), Source = "listed", Origin = "a list", StartedAt = clock.Now });
            await context.SaveChangesAsync();
        }

        clock.Now += TimeSpan.FromMinutes(1);
        await RunDueAsync(tray);
        Assert.Equal([ImportRunState.Done, ImportRunState.Failed], (await Desk(tray).ListAsync(9, default)).Select(run => run.State));
    }

    [Fact]
    public async Task Are_shown_to_administrators_on_the_page_over_REST_and_over_GraphQL()
    {
        await using var tray = await StartAsync(Every(24 * Hour, () => new ListedSource([1], breaksOff: true)));
        using var administrator = await Person.SignedInAsync(tray, new Grant(Role.Administrator));
        await RunDueAsync(tray);

        var page = WebUtility.HtmlDecode(await administrator.Client.GetStringAsync("/oma/tuonnit"));
        Assert.Contains("Luetaan kerran päivässä.", page, StringComparison.Ordinal);
        Assert.Contains("Epäonnistunut peräkkäin 1 kertaa", page, StringComparison.Ordinal);
        Assert.Contains("The source ends in the middle.", page, StringComparison.Ordinal);
        var rest = JsonDocument.Parse(await administrator.Client.GetStringAsync("/api/v1/imports/schedule")).RootElement[0];
        var asked = await administrator.AskAsync("{ scheduledImports { source origin everyMinutes failures nextAt lastRun { state } } }");
        var graph = asked.GetProperty("data").GetProperty("scheduledImports")[0];
        Assert.Equal(("listed", 1440, 1), (rest.GetProperty("source").GetString(), rest.GetProperty("everyMinutes").GetInt32(), rest.GetProperty("failures").GetInt32()));
        Assert.Equal(("a list", "FAILED"), (graph.GetProperty("origin").GetString(), graph.GetProperty("lastRun").GetProperty("state").GetString()));
        using var stranger = await tray.Client.GetAsync("/api/v1/imports/schedule");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    private static ScheduledSource Every(TimeSpan pause, Func<ISource> source) => new(pause, new ImportChoices(), _ => source());

    private static Task RunDueAsync(TrayApp tray) => tray.Services.GetRequiredService<ScheduleClock>().RunDueAsync(CancellationToken.None);

    private static ImportDesk Desk(TrayApp tray) => tray.Services.GetRequiredService<ImportDesk>();

    private static async Task<List<string>> SourcesAsync(TrayApp tray) => [.. (await Desk(tray).ListAsync(99, default)).Select(run => run.Source).Order(StringComparer.Ordinal)];

    /// <summary>Its own clock's rounds are left out: a test makes them.</summary>
    private Task<TrayApp> StartAsync(params ScheduledSource[] sources) => TrayApp.StartAsync("none", builder =>
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.Replace(ServiceDescriptor.Singleton(new SourceSchedule(sources)));
        var rounds = builder.Services.Where(service => service.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)).ToList();
        foreach (var round in rounds.Where(round => round.ImplementationFactory?.Method.ReturnType == typeof(ScheduleClock)))
        {
            builder.Services.Remove(round);
        }
    });
}
