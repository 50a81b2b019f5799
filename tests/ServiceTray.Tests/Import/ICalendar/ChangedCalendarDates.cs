using System.Globalization;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Import.ICalendar;

/// <summary>What a calendar tells of single dates of a series, or of all from one on: honoured, or told as a trouble.</summary>
public sealed class ChangedCalendarDates
{
    private const string Weekly = "DTSTART;TZID=Europe/Helsinki:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\nLOCATION:Halli";

    [Fact]
    public void From_one_date_on_all_go_as_it_does()
    {
        Assert.Equal(
            ["2026-12-01T08:00Z 2026-12-01T09:00Z CONFIRMED", "2026-12-08T10:00Z 2026-12-08T12:00Z CONFIRMED", "2026-12-15T10:00Z 2026-12-15T12:00Z CONFIRMED", "2026-12-22T08:00Z 2026-12-22T09:00Z CANCELLED"],
            Told(Weekly, "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Helsinki:20261208T100000\nDTSTART;TZID=Europe/Helsinki:20261208T120000\nDURATION:PT2H", "RECURRENCE-ID:20261222T080000Z\nSTATUS:CANCELLED"));
        Assert.Equal(
            ["2026-12-01T08:00Z 2026-12-01T09:00Z CONFIRMED", "2026-12-08T08:00Z 2026-12-08T09:00Z CONFIRMED", "2026-12-15T08:00Z 2026-12-15T09:00Z CANCELLED", "2026-12-22T08:00Z 2026-12-22T09:00Z CANCELLED"],
            Told(Weekly, "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Helsinki:20261215T100000\nSTATUS:CANCELLED"));
    }

    [Fact]
    public void Only_the_first_of_those_that_go_otherwise_is_moved()
    {
        var (dates, _) = Read(null, Weekly, "RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T080000Z\nDTSTART:20261208T100000Z");

        Assert.Equal([EventStatus.Scheduled, EventStatus.Moved, EventStatus.Scheduled, EventStatus.Scheduled], dates.Select(date => date.Status));
        Assert.Equal([null, new DateTimeOffset(2026, 12, 8, 8, 0, 0, TimeSpan.Zero), null, null], dates.Select(date => date.MovedFrom));
    }

    [Fact]
    public void An_added_period_lasts_as_long_as_it_says() => Assert.Equal(
        ["2026-12-01T08:00Z 2026-12-01T09:00Z CONFIRMED", "2026-12-03T08:00Z 2026-12-03T10:30Z CONFIRMED", "2026-12-04T08:00Z 2026-12-04T08:45Z CONFIRMED", "2026-12-05T08:00Z 2026-12-05T09:00Z CONFIRMED"],
        Told("DTSTART;TZID=Europe/Helsinki:20261201T100000\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261203T080000Z/PT2H30M,20261204T080000Z/20261204T084500Z\nRDATE:20261205T080000Z"));

    [Fact]
    public void A_day_left_out_of_a_series_of_times_leaves_out_what_is_on_it() => Assert.Equal(
        ["2026-12-01T08:00Z 2026-12-01T09:00Z CONFIRMED", "2026-12-08T08:00Z 2026-12-08T09:00Z CONFIRMED", "2026-12-22T08:00Z 2026-12-22T09:00Z CONFIRMED"],
        Told($"{Weekly}\nRDATE;TZID=Europe/Helsinki:20261215T180000\nEXDATE;VALUE=DATE:20261215"));

    [Fact]
    public void A_change_that_names_the_day_alone_is_of_the_date_on_it() => Assert.Equal(
        ["2026-12-01T08:00Z 2026-12-01T09:00Z CONFIRMED", "2026-12-08T08:00Z 2026-12-08T09:00Z CANCELLED", "2026-12-15T08:00Z 2026-12-15T09:00Z CONFIRMED", "2026-12-22T08:00Z 2026-12-22T09:00Z CONFIRMED"],
        Told(Weekly, "RECURRENCE-ID;VALUE=DATE:20261208\nSTATUS:CANCELLED"));

    [Fact]
    public void One_that_is_told_on_another_clock_is_of_the_same_moment() => Assert.Equal(
        ["2026-12-01T22:30Z 2026-12-01T23:30Z CONFIRMED", "2026-12-08T22:30Z 2026-12-08T23:30Z CANCELLED"],
        Told("DTSTART:20261201T223000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2", "RECURRENCE-ID;TZID=Europe/Helsinki:20261209T003000\nSTATUS:CANCELLED"));

    [Fact]
    public void A_place_of_its_own_stands_beside_its_date_and_is_told_in_the_report()
    {
        var troubles = new List<string>();
        const string Change = "RECURRENCE-ID:20261208T080000Z\nDTSTART:20261208T080000Z\nLOCATION:";

        Read((reason, _) => troubles.Add(reason), Weekly, $"{Change}Halli");
        Assert.Empty(troubles);

        var (_, series) = Read((reason, _) => troubles.Add(reason), Weekly, $"{Change}Kirjasto\\, 2. krs");
        Assert.Equal(["place-of-date"], troubles);
        Assert.Equal([null, "Kirjasto, 2. krs", null, null], series!.From(Tests.Support.TrayApp.Now).Select(date => date.Place));

        // From one date on, and on another clock.
        var (dates, _) = Read((reason, _) => troubles.Add(reason), Weekly, "RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T080000Z\nLOCATION:Kirjasto", $"{Change}Tupa");
        Assert.Equal([null, "Tupa", "Kirjasto", "Kirjasto"], dates.Select(date => date.Place));
    }

    [Fact]
    public void A_name_of_its_own_is_told_in_the_report()
    {
        var troubles = new List<string>();
        void Trouble(string reason, string message) => troubles.Add(reason);
        const string Renamed = "BEGIN:VEVENT\nUID:a\nSUMMARY:Tanssi\nRECURRENCE-ID{0}:20261215T080000Z\n{1}END:VEVENT\nEND:VCALENDAR";
        var series = Calendar([Weekly]).Replace("END:VCALENDAR", Renamed, StringComparison.Ordinal);

        SeriesOnOtherClocks.Read(string.Format(CultureInfo.InvariantCulture, series, "", "STATUS:CANCELLED\n"), Trouble);
        Assert.Empty(troubles);
        SeriesOnOtherClocks.Read(string.Format(CultureInfo.InvariantCulture, series, ";RANGE=THISANDFUTURE", ""), Trouble);
        SeriesOnOtherClocks.Read(string.Format(CultureInfo.InvariantCulture, series, "", ""), Trouble);
        Assert.Equal(["name-of-date", "name-of-date"], troubles);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=0", "An interval is 1 to 1000.")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=60MO", "A weekday's number is 1 to 53, or counted from the end.")]
    [InlineData("RRULE:FREQ=DAILY\nRDATE:19000101T100000", "The years of a series are 1970 to 2199.")]
    public void Why_a_series_is_refused_is_told_in_words_alone(string lines, string why)
    {
        var troubles = new List<string>();
        Read((_, message) => troubles.Add(message), $"DTSTART;TZID=Europe/Helsinki:20261201T100000\n{lines}");
        Assert.Equal([$"Its series cannot be kept, so only its first date is shown: {why}"], troubles);
    }

    private static IEnumerable<string> Told(params string[] events) => SeriesOnOtherClocks.Dates(Calendar(events)).Select(SeriesOnOtherClocks.Told);

    private static (IReadOnlyList<Occurrence> Dates, Recurrence? Series) Read(Action<string, string>? trouble, params string[] events) => SeriesOnOtherClocks.Read(Calendar(events), trouble);

    private static string Calendar(string[] events) => $"BEGIN:VCALENDAR\n{string.Concat(events.Select(told => $"BEGIN:VEVENT\nUID:a\nSUMMARY:Jumppa\n{told}\nEND:VEVENT\n"))}END:VCALENDAR\n";
}
