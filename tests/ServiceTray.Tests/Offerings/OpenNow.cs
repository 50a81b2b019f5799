using System.Globalization;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>Open or not at a moment: weeks, seasons, exceptions, nights.</summary>
public sealed class OpenNow
{
    // Weekdays 9–16; in July 10–14; closed on 6 January; on Christmas Eve 9–12; Friday and Saturday nights 22–3.
    private static readonly OpeningHours[] Hours =
    [
        Week(9, 16, null, null, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday),
        Week(10, 14, "2026-07-01", "2026-07-31", DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday),
        new([], null, null, new DateOnly(2026, 1, 6), new DateOnly(2026, 1, 6), true, LocalizedText.Empty),
        Week(9, 12, "2026-12-24", "2026-12-24"),
        Week(22, 3, null, null, DayOfWeek.Friday, DayOfWeek.Saturday),
    ];

    [Theory]
    [InlineData("2026-11-25T08:59", false, "2026-11-25T09:00")]
    [InlineData("2026-11-25T09:00", true, "2026-11-25T16:00")]
    [InlineData("2026-11-25T16:00", false, "2026-11-26T09:00")]
    [InlineData("2026-07-15T09:30", false, "2026-07-15T10:00")]
    [InlineData("2026-07-15T13:59", true, "2026-07-15T14:00")]
    [InlineData("2026-01-06T12:00", false, "2026-01-07T09:00")]
    [InlineData("2026-12-24T12:30", false, "2026-12-25T09:00")]
    [InlineData("2026-11-28T02:30", true, "2026-11-28T03:00")]
    [InlineData("2026-11-28T23:30", true, "2026-11-29T03:00")]
    [InlineData("2026-11-29T12:00", false, "2026-11-30T09:00")]
    public void Is_told_with_when_it_changes(string at, bool isOpen, string changes)
    {
        Assert.Equal(isOpen, OpeningTimes.IsOpenAt(Hours, At(at)));
        Assert.Equal(At(changes), OpeningTimes.ChangesAfter(Hours, At(at)));
    }

    // The night in which the clock goes from 4 back to 3 is an hour longer; the one in which 3 becomes 4 an hour shorter.
    [Fact]
    public void Keeps_to_the_clock_when_it_changes()
    {
        OpeningHours[] nights = [Week(22, 5, null, null)];
        Assert.Equal(8, HoursOf(nights, new DateOnly(2026, 10, 24)));
        Assert.Equal(6, HoursOf(nights, new DateOnly(2026, 3, 28)));
    }

    // On a break from 7 December to 10 January, but open 12–14 on the 17th; told to be closed until further notice from 1 February, and open 10–11 on the 15th.
    [Theory]
    [InlineData("2026-12-16T12:30", false)]
    [InlineData("2026-12-17T12:30", true)]
    [InlineData("2026-12-17T09:30", false)]
    [InlineData("2026-12-18T12:30", false)]
    [InlineData("2026-12-24T10:00", false)]
    [InlineData("2027-02-12T10:30", false)]
    [InlineData("2027-02-15T10:30", true)]
    public void Is_what_the_narrower_exception_tells(string at, bool isOpen)
    {
        OpeningHours[] hours =
        [
            .. Hours, Week(12, 14, "2026-12-17", "2026-12-17") with { Exceptional = true }, Closed("2026-12-07", "2027-01-10"),

            // Of two told for one day the closure holds.
            Closed("2026-12-24", "2026-12-24"), Week(9, 12, "2026-12-24", "2026-12-24") with { Exceptional = true }, Closed("2027-02-01", null), Week(10, 11, "2027-02-15", "2027-02-15") with { Exceptional = true },
        ];
        Assert.Equal(isOpen, OpeningTimes.IsOpenAt(hours, At(at)));
    }

    // Halls whose autumn hours, 2 November to 31 December, lie within the closure of a repair, with an end or without.
    [Theory]
    [InlineData("2027-01-31")]
    [InlineData(null)]
    public void Is_not_what_is_closed_for_longer_than_its_season(string? until)
    {
        OpeningHours[] hours = [Week(9, 16, "2026-11-02", "2026-12-31"), Week(9, 16, "2026-12-10", "2026-12-10"), Closed("2026-11-01", until)];
        Assert.False(OpeningTimes.IsOpenAt(hours, At("2026-11-25T12:00")));
        Assert.False(OpeningTimes.IsOpenAt(hours, At("2026-12-10T12:00")));
    }

    [Fact]
    public void Is_not_told_without_hours() => Assert.Null(OpeningTimes.IsOpenAt([], At("2026-11-25T12:00")));

    [Fact]
    public void Never_closes_what_is_open_all_day_every_day()
    {
        OpeningHours[] always = [Week(0, 0, null, null)];
        Assert.True(OpeningTimes.IsOpenAt(always, At("2026-11-25T12:00")));
        Assert.Equal("Avoinna nyt", OpeningHoursWords.Now(always, At("2026-11-25T12:00"), Language.Fi)![..11]);
    }

    [Theory]
    [InlineData("2026-11-25T12:00", "Avoinna nyt, sulkeutuu klo 16.00.", "Öppet nu, stänger kl. 16.00.")]
    [InlineData("2026-11-25T20:00", "Nyt suljettu, avautuu torstai 26.11.2026 klo 9.00.", "Stängt nu, öppnar torsdag 26.11.2026 kl. 9.00.")]
    public void Is_said_in_words(string at, string fi, string sv)
    {
        Assert.Equal(fi, OpeningHoursWords.Now(Hours, At(at), Language.Fi));
        Assert.Equal(sv, OpeningHoursWords.Now(Hours, At(at), Language.Sv));
    }

    private static double HoursOf(OpeningHours[] hours, DateOnly day) => OpeningTimes.On(hours, day).Sum(span => (span.Closes - span.Opens).TotalHours);

    private static OpeningHours Week(int opens, int closes, string? from, string? to, params DayOfWeek[] days) => new(
        days, new TimeOnly(opens, 0), new TimeOnly(closes, 0), from is null ? null : DateOnly.Parse(from, CultureInfo.InvariantCulture), to is null ? null : DateOnly.Parse(to, CultureInfo.InvariantCulture), false, LocalizedText.Empty);

    private static OpeningHours Closed(string from, string? to) =>
        new([], null, null, DateOnly.Parse(from, CultureInfo.InvariantCulture), to is null ? null : DateOnly.Parse(to, CultureInfo.InvariantCulture), true, LocalizedText.Empty);

    private static DateTimeOffset At(string local) => HelsinkiTime.At(DateTime.Parse(local, CultureInfo.InvariantCulture));
}
