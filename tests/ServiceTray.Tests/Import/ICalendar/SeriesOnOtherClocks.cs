using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using ServiceTray.Calendar;
using ServiceTray.Import.ICalendar;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Import.ICalendar;

/// <summary>Series that a calendar tells on other clocks than the Finnish one, beside python3-recurring-ical-events (Oracle/clocks.py).</summary>
public sealed class SeriesOnOtherClocks
{
    [Fact]
    public void Come_again_as_they_do_there()
    {
        using var stream = typeof(SeriesOnOtherClocks).Assembly.GetManifestResourceStream("ServiceTray.Tests.Import.ICalendar.Oracle.clocks.ndjson.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        var differing = new List<string>();
        var count = 0;
        while (reader.ReadLine() is { } line)
        {
            count++;
            var made = JsonNode.Parse(line)!;
            var expected = made["dates"]!.AsArray().Select(date => $"{date}").ToList();
            var read = Dates($"{made["calendar"]}").Where(date => date.EndsAt > TrayApp.Now && date.StartsAt < TrayApp.Now.AddDays(540)).Select(Told).Order(StringComparer.Ordinal).ToList();
            if (!read.SequenceEqual(expected.Order(StringComparer.Ordinal)))
            {
                differing.Add($"{made["calendar"]} lacks {string.Join(", ", expected.Except(read).Take(3))}, has {string.Join(", ", read.Except(expected).Take(3))}");
            }
        }

        Assert.True(count >= 80 && differing.Count == 0, $"{differing.Count} of {count}: {string.Join('\n', differing.Take(3))}");
    }

    [Fact]
    public void A_series_in_UTC_of_a_calendar_that_names_the_Finnish_clock_stays_a_series()
    {
        const string Series = "BEGIN:VEVENT\nUID:a\nDTSTART:20261005T150000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nSUMMARY:Kuoro\nEND:VEVENT\nEND:VCALENDAR\n";

        Assert.Equal(new DateTime(2026, 10, 5, 18, 0, 0), Read($"BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Helsinki\n{Series}").Series!.Start);

        // Eighteen in summer, seventeen after the clock change: what UTC itself says.
        var (dates, series) = Read($"BEGIN:VCALENDAR\n{Series}");
        Assert.Null(series);
        Assert.Equal(["05.10. 18", "12.10. 18", "19.10. 18", "26.10. 17"], dates.Take(4).Select(date => HelsinkiTime.Local(date.StartsAt).ToString("dd'.'MM'.' HH", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void One_of_a_clock_that_stands_as_ours_stays_a_series()
    {
        foreach (var zone in (string[])["Europe/Helsinki", "Europe/Tallinn", "FLE Standard Time", "/freeassociation.sourceforge.net/Europe/Helsinki"])
        {
            Assert.Equal(18, Read($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID={zone}:20261005T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nSUMMARY:Kuoro\nEND:VEVENT\nEND:VCALENDAR").Series?.Start.Hour);
        }
    }

    [Theory]
    [InlineData("DTSTART:20271031T013000Z", "DURATION:PT1H", "2027-10-31T01:30Z 2027-10-31T02:30Z CONFIRMED")]
    [InlineData("DTSTART:20271031T003000Z", "DURATION:PT1H", "2027-10-31T00:30Z 2027-10-31T01:30Z CONFIRMED")]
    [InlineData("DTSTART;TZID=Europe/Helsinki:20270327T230000", "DURATION:PT6H", "2027-03-27T21:00Z 2027-03-28T03:00Z CONFIRMED")]
    [InlineData("DTSTART;TZID=Europe/Helsinki:20270327T100000", "DURATION:P1D", "2027-03-27T08:00Z 2027-03-28T07:00Z CONFIRMED")]
    [InlineData("DTSTART;TZID=Europe/Helsinki:20270327T100000", "DURATION:P1DT2H", "2027-03-27T08:00Z 2027-03-28T09:00Z CONFIRMED")]
    [InlineData("DTSTART;TZID=Europe/Helsinki:20270327T100000", "DURATION:PT24H", "2027-03-27T08:00Z 2027-03-28T08:00Z CONFIRMED")]
    [InlineData("DTSTART;TZID=Europe/Helsinki:20270328T033000", "DURATION:PT1H", "2027-03-28T01:30Z 2027-03-28T02:30Z CONFIRMED")]
    public void Days_of_a_length_go_by_the_calendar_and_hours_by_their_number(string start, string length, string expected) =>
        Assert.Equal(expected, Told(Assert.Single(Dates($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n{start}\n{length}\nSUMMARY:Kuoro\nEND:VEVENT\nEND:VCALENDAR"))));

    internal static (IReadOnlyList<Occurrence> Dates, Recurrence? Series) Read(string calendar, Action<string, string>? trouble = null)
    {
        var zones = new CalendarZones();
        var laid = CalendarEntry.Read(new StringReader(calendar.ReplaceLineEndings("\n")), "test", zones).ToList();
        var entries = laid.ConvertAll(entry => CalendarEntry.FromBody(entry.Path, entry.Body(), zones));
        var told = new CalendarTold(entries[0], TrayApp.Now.UtcDateTime);
        entries.ForEach(told.Add);
        return CalendarSeriesReader.Read(told, TrayApp.Now, trouble ?? ((reason, message) => throw new FormatException($"{reason}: {message}")))!.Value;
    }

    internal static IReadOnlyList<Occurrence> Dates(string calendar) =>
        Read(calendar) is (_, { } series) ? [.. series.From(TrayApp.Now).TakeWhile(date => date.StartsAt < TrayApp.Now.AddDays(540))] : Read(calendar).Dates;

    internal static string Told(Occurrence date) =>
        $"{date.StartsAt.UtcDateTime:yyyy-MM-dd'T'HH:mm}Z {date.EndsAt.UtcDateTime:yyyy-MM-dd'T'HH:mm}Z {(date.TakesPlace ? "CONFIRMED" : "CANCELLED")}";
}
