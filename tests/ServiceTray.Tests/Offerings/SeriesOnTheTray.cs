using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using ServiceTray.Tests.Web;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>A series through the whole tray: one hit with its next dates, gone when it is over, readable by its link.</summary>
public sealed class SeriesOnTheTray
{
    [Fact]
    public async Task Is_one_hit_with_its_next_dates_and_its_rule_in_words()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var moved = new ChangedDate(new DateTime(2026, 12, 1, 10, 0, 0), EventStatus.Moved, new DateTime(2026, 12, 2, 12, 0, 0));
        await tray.PutAsync([OwnOfferings.Event("a", OwnOfferings.Weekly(new DateTime(2025, 9, 2, 10, 0, 0), changes: [moved])), OwnOfferings.Activity("b", OwnOfferings.Weekly(new DateTime(2026, 9, 3, 9, 0, 0)))]);
        var data = await tray.QueryAsync("""
            { search(order: SOONEST) { totalCount nodes { occurrences(first: 3) { startsAt endsAt allDay status movedFrom }
              ... on Event { recurrence(language: SV) { value language } } ... on Activity { recurrence { value language } } } } }
            """);
        var search = data.GetProperty("search");
        Assert.Equal(2, search.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            ["varje tisdag kl. 10–11.30 sv", "joka torstai 9–10.30 fi"],
            search.GetProperty("nodes").EnumerateArray().Select(node => $"{node.GetProperty("recurrence").GetProperty("value")} {node.GetProperty("recurrence").GetProperty("language")}"));
        Assert.Equal(
            ["2026-11-24T10:00:00.000+02:00 SCHEDULED ", "2026-12-02T12:00:00.000+02:00 MOVED 2026-12-01T10:00:00.000+02:00", "2026-12-08T10:00:00.000+02:00 SCHEDULED "],
            search.GetProperty("nodes")[0].GetProperty("occurrences").EnumerateArray().Select(date => $"{date.GetProperty("startsAt")} {date.GetProperty("status")} {date.GetProperty("movedFrom")}"));
        var rest = (await tray.GetAsync("/api/v1/offerings?order=SOONEST")).Body.GetProperty("items")[1];
        Assert.Equal("joka torstai 9–10.30", rest.GetProperty("recurrence").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Leaves_the_search_when_it_is_over_and_stays_readable()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var over = OwnOfferings.Event("a", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0), new DateOnly(2026, 11, 17)));
        var on = OwnOfferings.Event("b", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0), new DateOnly(2026, 11, 24)));
        await tray.PutAsync([over, on]);
        Assert.Equal([$"{on.Id}"], (await tray.GetAsync("/api/v1/offerings")).Ids);
        var page = await (await tray.Client.GetAsync($"/tarjonta/{over.Id}")).Content.ReadAsStringAsync();
        Assert.Contains("Tämä tapahtuma on jo ollut.", page, StringComparison.Ordinal);
        Assert.Contains("Joka tiistai 10–11.30, 1.9.–17.11.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_became_of_single_dates()
    {
        await using var tray = await TrayApp.StartAsync("none");
        var series = OwnOfferings.Event("a", OwnOfferings.Weekly(new DateTime(2026, 9, 1, 10, 0, 0), changes:
        [
            new ChangedDate(new DateTime(2026, 11, 24, 10, 0, 0), EventStatus.Moved, new DateTime(2026, 11, 25, 12, 0, 0)),
            new ChangedDate(new DateTime(2026, 12, 1, 10, 0, 0), EventStatus.Cancelled),
        ]));
        await tray.PutAsync([series]);
        var dates = (await PageVisit.GetAsync(tray, $"/tarjonta/{series.Id}?lang=sv")).All(".dates li");
        Assert.Contains(dates, date => date.Contains("Flyttat. Den ursprungliga tiden var tisdag 24.11.2026", StringComparison.Ordinal));
        Assert.Contains(dates, date => date.StartsWith("tisdag 1.12.2026", StringComparison.Ordinal) && date.EndsWith("Inställt", StringComparison.Ordinal));
    }
}
