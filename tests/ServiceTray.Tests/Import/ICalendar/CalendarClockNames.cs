using ServiceTray.Calendar;
using Xunit;

namespace ServiceTray.Tests.Import.ICalendar;

/// <summary>Clocks by names that a calendar makes up itself: understood by what it says of them, or told in the report.</summary>
public sealed class CalendarClockNames
{
    private const string Dublin = "(UTC+00:00) Dublin, Edinburgh, Lisbon, London";

    [Theory]
    [InlineData("/freeassociation.sourceforge.net/Europe/London", null, 12)]
    [InlineData("/citadel.org/20260101_1/America/Argentina/Buenos_Aires", null, 15)]
    [InlineData(Dublin, "Europe/London", 12)]
    [InlineData("GMT", null, 12)]
    [InlineData("Europe/Stockholm", "Europe/London", 11)]
    public void Are_understood(string name, string? location, int hour)
    {
        foreach (var calendar in (string[])[Calendar(name, location), Calendar(name, location, clocksLast: true)])
        {
            var (dates, _) = SeriesOnOtherClocks.Read(calendar);
            Assert.Equal(new DateTime(2026, 12, 2, hour, 0, 0), HelsinkiTime.Local(Assert.Single(dates).StartsAt).DateTime);
        }
    }

    [Theory]
    [InlineData(Dublin, null)]
    [InlineData("Oma kello", "Kotona")]
    [InlineData("/../../etc/hostname", null)]
    public void Are_told_where_nobody_knows_them_and_read_as_Finnish_time(string name, string? location)
    {
        var troubles = new List<(string Reason, string Message)>();
        var (dates, _) = SeriesOnOtherClocks.Read(Calendar(name, location), (reason, message) => troubles.Add((reason, message)));

        Assert.Equal(new DateTime(2026, 12, 2, 10, 0, 0), HelsinkiTime.Local(Assert.Single(dates).StartsAt).DateTime);
        Assert.Equal("zone-unknown", Assert.Single(troubles).Reason);
        Assert.Contains(location ?? name, troubles[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_whole_calendar_are_told_where_a_time_depends_on_them()
    {
        var reasons = new List<string>();
        foreach (var start in (string[])["DTSTART:20261202T100000Z", "DTSTART;VALUE=DATE:20261202", "DTSTART;TZID=Europe/London:20261202T100000"])
        {
            SeriesOnOtherClocks.Read($"BEGIN:VCALENDAR\nX-WR-TIMEZONE:Kotona\nBEGIN:VEVENT\nUID:a\nSUMMARY:Jumppa\n{start}\nEND:VEVENT\nEND:VCALENDAR", (reason, _) => reasons.Add(reason));
        }

        Assert.Empty(reasons);
        foreach (var start in (string[])["DTSTART:20261202T100000", "DTSTART:20261202T100000Z\nRRULE:FREQ=WEEKLY;COUNT=2"])
        {
            SeriesOnOtherClocks.Read($"BEGIN:VCALENDAR\nX-WR-TIMEZONE:Kotona\nBEGIN:VEVENT\nUID:a\nSUMMARY:Jumppa\n{start}\nEND:VEVENT\nEND:VCALENDAR", (reason, _) => reasons.Add(reason));
        }

        Assert.Equal(["zone-unknown", "zone-unknown"], reasons);
    }

    private static string Calendar(string name, string? location, bool clocksLast = false)
    {
        var clock = $"BEGIN:VTIMEZONE\nTZID:{name.Replace(",", "\\,", StringComparison.Ordinal)}\n{(location is null ? "" : $"X-LIC-LOCATION:{location}\n")}BEGIN:STANDARD\nDTSTART:19701025T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\n";
        var told = $"BEGIN:VEVENT\nUID:a\nSUMMARY:Jumppa\nDTSTART;TZID=\"{name}\":20261202T100000\nDURATION:PT1H\nEND:VEVENT\n";
        return $"BEGIN:VCALENDAR\n{(clocksLast ? told + clock : clock + told)}END:VCALENDAR\n";
    }
}
