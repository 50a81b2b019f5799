using ServiceTray.Calendar;
using Xunit;

namespace ServiceTray.Tests.Calendar;

/// <summary>Public holidays beside the almanacs of some years and beside the oldest table of Easters.</summary>
public sealed class FinnishHolidayTests
{
    // As printed in the almanacs of these years.
    [Theory]
    [InlineData(2023, "1.1 6.1 7.4 9.4 10.4 1.5 18.5 28.5 24.6 4.11 6.12 25.12 26.12")]
    [InlineData(2024, "1.1 6.1 29.3 31.3 1.4 1.5 9.5 19.5 22.6 2.11 6.12 25.12 26.12")]
    [InlineData(2025, "1.1 6.1 18.4 20.4 21.4 1.5 29.5 8.6 21.6 1.11 6.12 25.12 26.12")]
    [InlineData(2026, "1.1 6.1 3.4 5.4 6.4 1.5 14.5 24.5 20.6 31.10 6.12 25.12 26.12")]
    [InlineData(2027, "1.1 6.1 26.3 28.3 29.3 1.5 6.5 16.5 26.6 6.11 6.12 25.12 26.12")]
    public void Are_those_of_the_almanac(int year, string days) =>
        Assert.Equal(days, string.Join(' ', FinnishHolidays.Of(year).Select(holiday => $"{holiday.Day.Day}.{holiday.Day.Month}")));

    // The earliest and the latest that Easter can be, the two exceptions of the Gregorian reckoning, and common years.
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(2038, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2285, 3, 22)]
    public void Follow_easter(int year, int month, int day) =>
        Assert.Equal(FinnishHoliday.EasterSunday, FinnishHolidays.On(new DateOnly(year, month, day)));

    [Fact]
    public void Keep_to_their_weekdays_and_spans_in_every_year()
    {
        for (var year = 1992; year <= 2199; year++)
        {
            var days = FinnishHolidays.Of(year).ToDictionary(holiday => holiday.Holiday, holiday => holiday.Day);
            Assert.Equal(DayOfWeek.Friday, days[FinnishHoliday.GoodFriday].DayOfWeek);
            Assert.Equal(DayOfWeek.Sunday, days[FinnishHoliday.EasterSunday].DayOfWeek);
            Assert.Equal(DayOfWeek.Thursday, days[FinnishHoliday.AscensionDay].DayOfWeek);
            Assert.Equal(DayOfWeek.Sunday, days[FinnishHoliday.WhitSunday].DayOfWeek);
            Assert.Equal(DayOfWeek.Saturday, days[FinnishHoliday.MidsummerDay].DayOfWeek);
            Assert.InRange(days[FinnishHoliday.MidsummerDay], new DateOnly(year, 6, 20), new DateOnly(year, 6, 26));
            Assert.Equal(DayOfWeek.Saturday, days[FinnishHoliday.AllSaintsDay].DayOfWeek);
            Assert.InRange(days[FinnishHoliday.AllSaintsDay], new DateOnly(year, 10, 31), new DateOnly(year, 11, 6));
        }
    }

    [Fact]
    public void Name_one_when_two_fall_together() =>
        Assert.Equal(FinnishHoliday.MayDay, FinnishHolidays.On(new DateOnly(2008, 5, 1)));
}
