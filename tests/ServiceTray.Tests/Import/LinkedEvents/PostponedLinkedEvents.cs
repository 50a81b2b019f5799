using System.Globalization;
using System.Text.Json.Nodes;
using ServiceTray.Import;
using ServiceTray.Import.LinkedEvents;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Import.LinkedEvents;

/// <summary>What is put off, as the API tells it: <c>EventPostponed</c> with its times emptied, until a new date makes it <c>EventRescheduled</c>.</summary>
public sealed class PostponedLinkedEvents
{
    [Fact]
    public async Task An_event_says_so_with_the_date_that_was_known_until_a_new_one_comes()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await RunAsync(folder);
        var planned = Assert.Single((await EventAsync(folder, "agkavely")).Occurrences);

        var putOff = await RunAsync(folder, ("agkavely", "EventPostponed", null));
        var state = await folder.StateAsync();
        var again = await RunAsync(folder, ("agkavely", "EventPostponed", null));

        Assert.Equal((1, 0, 0), (putOff.Changed, putOff.Removed, putOff.Reasons.GetValueOrDefault("put-off-undated")));
        Assert.Equal((0, state), (again.Changed, await folder.StateAsync()));
        var walk = await EventAsync(folder, "agkavely");
        Assert.Equal((EventStatus.Postponed, planned.PutOff()), (walk.Status, Assert.Single(walk.Occurrences)));

        await RunAsync(folder, ("agkavely", "EventRescheduled", "2027-01-10T09:00:00Z"));
        walk = await EventAsync(folder, "agkavely");
        Assert.Equal((EventStatus.Moved, EventStatus.Moved, "2027-01-10"), (walk.Status, Assert.Single(walk.Occurrences).Status, Day(walk.Occurrences[0])));
    }

    [Fact]
    public async Task One_date_of_a_series_says_so_and_the_others_stay()
    {
        await using var folder = await ImportFolder.OpenAsync();
        await RunAsync(folder);

        var putOff = await RunAsync(folder, ("agsarja1", "EventPostponed", null));
        Assert.Equal(1, putOff.Changed);
        Assert.Equal(
            [("2026-12-01", EventStatus.Postponed), ("2026-12-08", EventStatus.Cancelled), ("2026-12-15", EventStatus.Moved)],
            (await EventAsync(folder, "agsarja")).Occurrences.Select(date => (Day(date), date.Status)));
        Assert.Equal(EventStatus.Scheduled, (await EventAsync(folder, "agsarja")).Status);

        await RunAsync(folder, ("agsarja1", "EventRescheduled", "2026-12-22T08:00:00Z"));
        Assert.Equal(
            [("2026-12-08", EventStatus.Cancelled), ("2026-12-15", EventStatus.Moved), ("2026-12-22", EventStatus.Moved)],
            (await EventAsync(folder, "agsarja")).Occurrences.Select(date => (Day(date), date.Status)));
    }

    [Fact]
    public async Task One_that_the_tray_never_knew_says_so_without_a_date_and_the_report_tells()
    {
        await using var folder = await ImportFolder.OpenAsync();

        var report = await RunAsync(folder, ("agkavely", "EventPostponed", null), ("agsarja1", "EventPostponed", null));

        Assert.Equal(2, report.Reasons["put-off-undated"]);
        var walk = await EventAsync(folder, "agkavely");
        Assert.Equal((EventStatus.Postponed, 0), (walk.Status, walk.Occurrences.Count));
        Assert.Equal(["2026-12-08", "2026-12-15"], (await EventAsync(folder, "agsarja")).Occurrences.Select(Day));
    }

    private static string Day(Occurrence date) => date.StartsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<Event> EventAsync(ImportFolder folder, string id) => (await LinkedEventsImports.EventsAsync(folder))[id];

    private static async Task<ImportReport> RunAsync(ImportFolder folder, params (string Id, string Status, string? Start)[] told)
    {
        foreach (var name in (string[])["places", "keywords", "organizations"])
        {
            await WriteAsync(folder, name, LinkedEventsImports.Data(name));
        }

        var events = LinkedEventsImports.Data("events");
        foreach (var (id, status, start) in told)
        {
            var one = events.Single(one => $"{one!["id"]}" == $"helsinki:{id}")!;
            (one["event_status"], one["start_time"], one["end_time"]) = (status, start, null);
        }

        await WriteAsync(folder, "events", events);
        return await folder.RunAsync(LinkedEventsImports.Of(new LinkedFiles(folder.Files), isWhole: false));
    }

    private static Task WriteAsync(ImportFolder folder, string name, JsonArray data) =>
        File.WriteAllTextAsync(Path.Combine(folder.Files, $"{name}.json"), new JsonObject { ["data"] = data.DeepClone() }.ToJsonString());
}
