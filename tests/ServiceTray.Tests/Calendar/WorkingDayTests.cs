using ServiceTray.Calendar;
using Xunit;

namespace ServiceTray.Tests.Calendar;

/// <summary>Working days around weekends, holidays and the eves that are none.</summary>
public sealed class WorkingDayTests
{
    [Theory]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-01-06", false)]
    [InlineData("2026-05-14", false)]
    [InlineData("2026-06-19", false)]
    [InlineData("2026-12-24", false)]
    [InlineData("2026-12-31", true)]
    [InlineData("2026-04-02", true)]
    [InlineData("2026-04-30", true)]
    public void Are_told_from_the_rest(string day, bool works) => Assert.Equal(works, WorkingDays.Is(Day(day)));

    // Good Friday 3 April and Easter Monday 6 April 2026 stand between; Christmas 2026 takes Thursday and Friday.
    [Theory]
    [InlineData("2026-11-25", 1, "2026-11-26")]
    [InlineData("2026-11-27", 1, "2026-11-30")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-12-23", 1, "2026-12-28")]
    [InlineData("2026-12-21", 5, "2026-12-30")]
    [InlineData("2026-11-28", 0, "2026-11-30")]
    [InlineData("2026-11-28", 1, "2026-11-30")]
    public void Are_counted_after_a_day(string day, int count, string expected) => Assert.Equal(Day(expected), WorkingDays.After(Day(day), count));

    [Theory]
    [InlineData("2026-11-23", "2026-11-30", 5)]
    [InlineData("2026-12-21", "2027-01-04", 7)]
    [InlineData("2026-11-25", "2026-11-25", 0)]
    public void Are_counted_between_days(string from, string until, int expected) => Assert.Equal(expected, WorkingDays.Between(Day(from), Day(until)));

    private static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd");
}
