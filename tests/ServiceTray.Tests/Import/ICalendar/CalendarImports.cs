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

        Assert.Equal((1, 3), (first.Added, first.Read["events"]));
        Assert.Equal(["name-of-date"], first.Reasons.Keys);
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
    public async Task What_is_private_stays_so()
    {
        await using var folder = await ImportFolder.OpenAsync();
        string Told(string kind) => $"""
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            SUMMARY:Tanssi
            END:VEVENT
            BEGIN:VEVENT
            UID:b
            CLASS:{kind}
            DTSTART;TZID=Europe/Helsinki:20261201T100000
            SUMMARY:Matin tanssi
            END:VEVENT
            """;

        await folder.RunAsync(await FileAsync(folder, Told("CONFIDENTIAL")));
        Assert.Equal("Tanssi", (await OnlyAsync(folder)).Name.First().Value);

        await folder.RunAsync(await FileAsync(folder, Told("X-OURS")));
        Assert.Equal("Tanssi", (await OnlyAsync(folder)).Name.First().Value);

        // What was public once goes, too, though it was told long ago.
        await folder.RunAsync(await FileAsync(folder, Told("PUBLIC").Replace("20261201", "20261001", StringComparison.Ordinal)));
        var report = await folder.RunAsync(await FileAsync(folder, Told("PRIVATE").Replace("20261201", "20261001", StringComparison.Ordinal)));
        Assert.Equal(("Tanssi", 1), ((await OnlyAsync(folder)).Name.First().Value, report.Removed));
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
    public async Task Where_single_dates_are_is_not_told_of_one_whose_place_is_told_here()
    {
        await using var folder = await ImportFolder.OpenAsync();
        const string Date = "20261208T080000Z\nSUMMARY:Tanssi\nLOCATION:Kirjasto\nEND:VEVENT\n";
        const string Events = $"BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/Helsinki:20261201T100000\nRRULE:FREQ=WEEKLY\nSUMMARY:Tanssi\nLOCATION:Kuopio\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:{Date}BEGIN:VEVENT\nUID:b\nDTSTART:20261201T080000Z\nRRULE:FREQ=WEEKLY\nSUMMARY:Kuoro\nLOCATION:Kuopio\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nRECURRENCE-ID:{Date}";
        await folder.RunAsync(await FileAsync(folder, Events));
        Assert.Equal(2, await CountAsync());

        await using (var context = await folder.ContextAsync())
        {
            foreach (var known in await context.Offerings.ToListAsync())
            {
                context.Add(new KeptField { OfferingId = known.Id, Field = nameof(Offering.PlaceIds), At = TrayApp.Now });
            }

            await context.SaveChangesAsync();
        }

        await folder.RunAsync(await FileAsync(folder, null));
        Assert.Equal(0, await CountAsync());

        async Task<int> CountAsync()
        {
            await using var context = await folder.ContextAsync();
            return (await context.Offerings.AsNoTracking().ToListAsync()).Sum(known => known.OccurrencesBetween(TrayApp.Now, null).Take(5).Count(date => date.Place == "Kirjasto"));
        }
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
    [InlineData("RRULE:FREQ=SECONDLY", "series-refused")]
    [InlineData("RRULE:FREQ=DAILY", null)]
    [InlineData("DURATION:P9999D", "length-wrong")]
    public async Task Dates_without_number_are_told_and_end_soon(string line, string? reason)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var report = await folder.RunAsync(await FileAsync(folder, $"BEGIN:VEVENT\nUID:a\nDTSTART:20261201T080000Z\n{line}\nSUMMARY:Tanssi\nEND:VEVENT"));

        Assert.Equal(reason is null ? [] : [reason], report.Reasons.Keys);
        Assert.Equal(1, report.Added);
        Assert.Equal(line == "RRULE:FREQ=DAILY" ? 5 : 1, (await OnlyAsync(folder)).OccurrencesBetween(TrayApp.Now, null).Take(5).Count());
    }

    [Theory]
    [InlineData("RDATE", 1)]
    [InlineData("EXDATE", 2)]
    public async Task Of_too_many_dates_in_a_list_those_that_come_next_are_kept(string list, int lines)
    {
        await using var folder = await ImportFolder.OpenAsync();
        var first = DateOnly.FromDateTime(TrayApp.Now.UtcDateTime).AddDays(-2_000);
        var days = Enumerable.Range(0, 4_000).Select(i => $"{first.AddDays(i):yyyyMMdd}T100000").ToList();
        var written = string.Join('\n', days.Chunk(days.Count / lines).Select(some => $"{list}:{string.Join(',', some)}"));

        // Each day at ten from the first on, by the list or by a rule that the list takes away from.
        var report = await folder.RunAsync(await FileAsync(folder, $"BEGIN:VEVENT\nUID:a\nDTSTART:{days[0]}\nDURATION:PT1H\n{(list == "EXDATE" ? "RRULE:FREQ=DAILY\n" : "")}{written}\nSUMMARY:Tanssi\nEND:VEVENT"));

        Assert.Equal(["too-many-dates"], report.Reasons.Keys);
        var coming = (await OnlyAsync(folder)).OccurrencesBetween(TrayApp.Now, null).Take(2_000).Select(date => HelsinkiTime.Day(date.StartsAt)).ToList();
        var today = HelsinkiTime.Day(TrayApp.Now);
        Assert.DoesNotContain(coming, day => list == "EXDATE" && day < today.AddDays(990));
        Assert.True(list == "EXDATE" || (coming.Count is > 990 and <= 1_000 && coming[0] <= today.AddDays(1) && coming[^1] == coming[0].AddDays(coming.Count - 1)), $"{coming.Count} dates from {coming[0]} to {coming[^1]}.");
    }

    [Fact]
    public async Task An_event_of_a_million_dates_or_ten_thousand_changes_leaves_what_was_there_before()
    {
        await using var folder = await ImportFolder.OpenAsync();
        const string Series = "BEGIN:VEVENT\nUID:b\nDTSTART:20261201T080000Z\nRRULE:FREQ=DAILY\nSUMMARY:Kuoro\nEND:VEVENT\n";
        await folder.RunAsync(await FileAsync(folder, $"BEGIN:VEVENT\nUID:a\nDTSTART:20261201T080000Z\nSUMMARY:Tanssi\nEND:VEVENT\n{Series}"));
        var many = string.Join('\n', Enumerable.Range(0, 1_000).Select(i => $"RDATE:{string.Join(',', Enumerable.Range(0, 1_000).Select(j => new DateTime(2026, 1, 1).AddMinutes((i * 1_000) + j).ToString("yyyyMMdd'T'HHmmss")))}"));
        var changes = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"BEGIN:VEVENT\nUID:b\nRECURRENCE-ID:{new DateTime(2010, 1, 1).AddDays(i):yyyyMMdd}T080000Z\nSTATUS:CANCELLED\nEND:VEVENT\n"));

        var report = await folder.RunAsync(await FileAsync(folder, $"BEGIN:VEVENT\nUID:a\nDTSTART:20261201T080000Z\n{many}\nSUMMARY:Tanssi\nEND:VEVENT\n{Series}{changes}"));

        Assert.Equal([("too-large", 1), ("too-many-dates", 1)], report.Reasons.Select(why => (why.Key, why.Value)));
        Assert.Equal((0, 1, 0), (report.Added, report.Changed, report.Removed));
        await using var context = await folder.ContextAsync();
        var (dance, choir) = (await context.Offerings.OfType<Event>().SingleAsync(one => one.Source.Id == "a"), await context.Offerings.OfType<Event>().SingleAsync(one => one.Source.Id == "b"));
        Assert.Single(dance.OccurrencesBetween(TrayApp.Now, null));
        Assert.All(choir.OccurrencesBetween(TrayApp.Now, null).Take(100), date => Assert.Equal(EventStatus.Cancelled, date.Status));
    }

    [Fact]
    public async Task Of_two_tellings_of_one_change_the_later_holds_wherever_it_stands()
    {
        await using var folder = await ImportFolder.OpenAsync();
        static string Change(int version, int hour) => $"BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261208T080000Z\nSEQUENCE:{version}\nDTSTART:20261208T{hour:00}0000Z\nSUMMARY:Tanssi\nEND:VEVENT\n";

        await folder.RunAsync(await FileAsync(folder, $"{Change(10, 12)}{Change(9, 14)}BEGIN:VEVENT\nUID:a\nDTSTART:20261201T080000Z\nRRULE:FREQ=WEEKLY;COUNT=2\nSUMMARY:Tanssi\nEND:VEVENT"));

        Assert.Equal([1, 8], (await OnlyAsync(folder)).OccurrencesBetween(TrayApp.Now, null).Select(date => date.StartsAt.Day));
        Assert.Equal(12, (await OnlyAsync(folder)).OccurrencesBetween(TrayApp.Now, null).Last().StartsAt.ToUniversalTime().Hour);
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
