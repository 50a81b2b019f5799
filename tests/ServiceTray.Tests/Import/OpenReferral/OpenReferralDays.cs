using ServiceTray.Import.OpenReferral;
using Xunit;

namespace ServiceTray.Tests.Import.OpenReferral;

/// <summary>Days of a schedule, as registers write them.</summary>
public sealed class OpenReferralDays
{
    [Theory]
    [InlineData("Monday", null, "Monday")]
    [InlineData("sunday", null, "Sunday")]
    [InlineData("Saturday,Monday", null, "Monday Saturday")]
    [InlineData("Sunday, Monday", null, "Monday Sunday")]
    [InlineData(null, "MO,WE", "Monday Wednesday")]
    [InlineData("3", "FR", "Friday")]
    [InlineData("Funday", "FR", "Friday")]
    [InlineData("Monday,Funday", null, "")]
    [InlineData("-1", null, "")]
    [InlineData("", "", "")]
    public void Are_read_one_by_one(string? weekday, string? byday, string expected)
    {
        var troubles = new List<string>();
        var hours = HsdsHoursReader.Read([new HsdsSchedule(null, byday, weekday, "09:00", "15:00", null, null)], (code, _) => troubles.Add(code));
        Assert.Equal(expected, string.Join(' ', hours.SelectMany(same => same.Weekdays)));
        Assert.Equal(expected.Length == 0 ? ["hours-unreadable"] : [], troubles);
    }
}
