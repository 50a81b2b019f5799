using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Import;
using ServiceTray.Import.ICalendar;
using ServiceTray.Import.Remote;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Tests.Import.LinkedEvents;
using ServiceTray.Tests.Support;
using ServiceTray.Themes;
using Xunit;

namespace ServiceTray.Tests.Import.ICalendar;

[Collection(SmallTray.Name)]
public sealed class CalendarImports(SmallTray small)
{
    private static readonly Gazetteer Gazetteer = new(ImportFolder.Regions);

    [Fact]
    public async Task A_series_with_what_became_of_its_dates_is_one_event_on_the_Finnish_clock()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var first = await folder.RunAsync(await FileAsync(folder, """
            BEGIN:VEVENT
            UID:jumppa@seura.example
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            DTEND;TZID=Europe/Helsinki:20261201T113000
            RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231T220000Z
            EXDATE;TZID=Europe/Helsinki:20261222T100000
            RDATE;TZID=Europe/Helsinki:20261203T100000
            SUMMARY;LANGUAGE=fi:Tuolijumppa\, istuen
            DESCRIPTION:Tule mukaan.\nOta vesipullo
             .
            LOCATION:Puistohalli\, Puistokatu 1\, 70100 Kuopio
            CATEGORIES:Liikunta,Seniorit
            URL:https://seura.example/jumppa
            BEGIN:VALARM
            SUMMARY:Muistutus
            TRIGGER:-PT10M
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:jumppa@seura.example
            RECURRENCE-ID;TZID=Europe/Helsinki:20261208T100000
            DTSTART;TZID=Europe/Helsinki:20261208T100000
            STATUS:CANCELLED
            SUMMARY:Tuolijumppa
            END:VEVENT
            BEGIN:VEVENT
            UID:jumppa@seura.example
            RECURRENCE-ID:20261215T080000Z
            DTSTART:20261215T110000Z
            DTEND:20261215T120000Z
            SUMMARY:Tuolijumppa
            END:VEVENT
            """));
        var second = await folder.RunAsync(await FileAsync(folder, null));

        Assert.Equal((1, 0, 3), (first.Added, first.Reasons.Count, first.Read["events"]));
        Assert.Equal((0, 0, 1), (second.Added, second.Changed, second.Unchanged));
        var read = await OnlyAsync(folder);
        Assert.Equal(
            [("1.12. 10.00–11.30", EventStatus.Scheduled), ("3.12. 10.00–11.30", EventStatus.Scheduled), ("8.12. 10.00–11.30", EventStatus.Cancelled), ("15.12. 13.00–14.00", EventStatus.Moved), ("29.12. 10.00–11.30", EventStatus.Scheduled)],
            read.OccurrencesBetween(TrayApp.Now, null).Select(date => ($"{HelsinkiTime.Local(date.StartsAt):d.M. H.mm}–{HelsinkiTime.Local(date.EndsAt):H.mm}", date.Status)));
        Assert.Equal(("Tuolijumppa, istuen", "Tule mukaan.\nOta vesipullo."), (read.Name.Pick(Language.Fi).Value, read.Description.Pick(Language.Fi).Value));
        Assert.Equal([ThemeCode.Movement], read.Themes);
        await using var context = await folder.ContextAsync();
        var place = await context.Places.SingleAsync();
        Assert.Equal(("297", true), (place.Municipality, place.Approximate));
    }

    [Fact]
    public async Task A_series_until_a_time_before_its_start_ends_the_day_before()
    {
        await using var folder = await ImportFolder.OpenAsync();

        // In Finland this UNTIL is midnight, the first moment of 16 December.
        await folder.RunAsync(await FileAsync(folder, """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            RRULE:FREQ=DAILY;UNTIL=20261215T220000Z
            SUMMARY:Tanssi
            END:VEVENT
            """));

        var dates = (await OnlyAsync(folder)).OccurrencesBetween(TrayApp.Now, null).Select(date => HelsinkiTime.Day(date.StartsAt)).ToList();
        Assert.Equal((15, new DateOnly(2026, 12, 15)), (dates.Count, dates[^1]));
    }

    [Fact]
    public async Task The_feed_of_our_own_search_is_read_back_by_its_address()
    {
        await using var folder = await ImportFolder.OpenAsync();
        var feed = new Uri(small.App.Client.BaseAddress!, "/api/v1/offerings.ics?kind=EVENT");

        var first = await folder.RunAsync(Of(feed));
        var state = await folder.StateAsync();
        var second = await folder.RunAsync(Of(feed));

        Assert.Equal(state, await folder.StateAsync());
        var total = (await small.App.QueryAsync("{ search(filter: { kinds: [EVENT] }) { totalCount } }")).GetProperty("search").GetProperty("totalCount").GetInt32();
        Assert.True(total > 0);
        Assert.Equal((total, 0), (first.Added, first.Reasons.Count));
        Assert.Equal((0, 0, total), (second.Added, second.Changed, second.Unchanged));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>Huoltokatko</p>", "no calendar")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Kesken", "in the middle")]
    [InlineData("", "no calendar")]
    [InlineData("BEGIN:VCALENDAR\nSUMMARY:Hyv\u00e4\u00e4\nEND:VCALENDAR", "not UTF-8")]
    public async Task What_is_no_calendar_changes_nothing(string text, string words)
    {
        await using var folder = await ImportFolder.OpenAsync();
        Assert.Equal(1, (await folder.RunAsync(await FileAsync(folder, "BEGIN:VEVENT\nUID:a\nDTSTART:20261201T080000Z\nSUMMARY:Tanssi\nEND:VEVENT"))).Added);
        var before = await folder.StateAsync();
        var file = Path.Combine(folder.Files, "seura.ics");
        await File.WriteAllBytesAsync(file, words == "not UTF-8" ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text));
        var refused = await Assert.ThrowsAsync<ImportException>(() => folder.RunAsync(Of(file)));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await folder.StateAsync());
    }

    [Theory]
    [InlineData("RDATE", "series-refused")]
    [InlineData("RRULE:FREQ=SECONDLY", "series-refused")]
    [InlineData("RRULE:FREQ=DAILY", null)]
    [InlineData("DURATION:P9999D", "length-wrong")]
    public async Task Dates_without_number_are_told_and_end_soon(string line, string? reason)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var told = line == "RDATE"
            ? string.Join('\n', Enumerable.Range(0, 1_000).Select(i => $"RDATE:{string.Join(',', Enumerable.Range(0, 1_000).Select(j => new DateTime(2026, 1, 1).AddMinutes((i * 1_000) + j).ToString("yyyyMMdd'T'HHmmss")))}"))
            : line;
        var report = await folder.RunAsync(await FileAsync(folder, $"BEGIN:VEVENT\nUID:a\nDTSTART:20261201T080000Z\n{told}\nSUMMARY:Tanssi\nEND:VEVENT"));

        Assert.Equal(reason is null ? [] : [reason], report.Reasons.Keys);
        Assert.Equal(1, report.Added);
        Assert.Equal(line == "RRULE:FREQ=DAILY" ? 5 : 1, (await OnlyAsync(folder)).OccurrencesBetween(TrayApp.Now, null).Take(5).Count());
    }

    private static async Task<Event> OnlyAsync(ImportFolder folder)
    {
        await using var context = await folder.ContextAsync();
        return Assert.IsType<Event>(await context.Offerings.AsNoTracking().SingleAsync());
    }

    private static async Task<CalendarSource> FileAsync(ImportFolder folder, string? events)
    {
        var file = Path.Combine(folder.Files, "seura.ics");
        if (events is not null)
        {
            await File.WriteAllTextAsync(file, $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Seura//FI\r\n{events.ReplaceLineEndings("\r\n")}\r\nEND:VCALENDAR\r\n");
        }

        return Of(file);
    }

    private static CalendarSource Of(string file) => Of(new CalendarWish(file, null, false, "seura", "Seura ry", "fi", null, null));

    private static CalendarSource Of(Uri address) => Of(new CalendarWish($"{address}", address, true, "seura", "Seura ry", "fi", ThemeCode.Community, null));

    private static CalendarSource Of(CalendarWish wish) =>
        new(wish, new RemoteClient(LoopbackApi.Limits), new RemoteLimits(), LinkedEventsImports.Rules, ImportFolder.Regions, Gazetteer, new FixedClock(TrayApp.Now));
}
