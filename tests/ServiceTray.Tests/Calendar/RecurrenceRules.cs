using System.Diagnostics;
using ServiceTray.Calendar;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Calendar;

/// <summary>Rules of series: the examples of RFC 5545, both changes of the clock, and rules that mean no good.</summary>
public sealed class RecurrenceRules
{
    // From section 3.8.5.3 and 3.3.10, in the standard's own words where they name dates.
    [Theory]
    [InlineData("1997-09-02", "FREQ=DAILY;COUNT=10", "9-2 9-3 9-4 9-5 9-6 9-7 9-8 9-9 9-10 9-11")]
    [InlineData("1997-09-02", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "9-2 9-4 9-16 9-18 9-30 10-2 10-14 10-16")]
    [InlineData("1997-09-05", "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "9-5 10-3 11-7 12-5")]
    [InlineData("1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "9-22 10-20 11-17 12-22 1-19 2-16")]
    [InlineData("1997-09-28", "FREQ=MONTHLY;COUNT=6;BYMONTHDAY=-3", "9-28 10-29 11-28 12-29 1-29 2-26")]
    [InlineData("1997-09-02", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "9-2 9-15 10-2 10-15 11-2 11-15 12-2 12-15 1-2 1-15")]
    [InlineData("1997-05-19", "FREQ=YEARLY;COUNT=3;BYDAY=20MO", "5-19 5-18 5-17")]
    [InlineData("1997-03-13", "FREQ=YEARLY;COUNT=4;BYMONTH=3;BYDAY=TH", "3-13 3-20 3-27 3-5")]
    [InlineData("1996-11-05", "FREQ=YEARLY;INTERVAL=4;COUNT=3;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "11-5 11-7 11-2")]
    [InlineData("1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "9-4 10-7 11-6")]
    [InlineData("1997-09-29", "FREQ=MONTHLY;COUNT=4;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "9-29 10-30 11-27 12-30")]
    [InlineData("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "8-5 8-10 8-19 8-24")]
    [InlineData("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "8-5 8-17 8-19 8-31")]
    [InlineData("2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "1-15 1-30 2-15 3-15 3-30")]
    public void Come_on_the_days_of_the_standard(string start, string rule, string days) =>
        Assert.Equal(days, string.Join(' ', new RuleDays(Read(rule), DateOnly.Parse(start)).From(DateOnly.MinValue).Select(day => $"{day.Month}-{day.Day}")));

    [Fact]
    public void Ask_from_the_middle_as_from_the_start()
    {
        foreach (var text in new[] { "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=5;BYDAY=SU,WE;WKST=TH", "FREQ=MONTHLY;INTERVAL=7;BYDAY=-1FR", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29" })
        {
            var days = new RuleDays(Read(text), new DateOnly(2020, 2, 29));
            var all = days.From(DateOnly.MinValue).TakeWhile(day => day.Year < 2050).ToList();
            for (var from = new DateOnly(2020, 1, 1); from.Year < 2045; from = from.AddDays(97))
            {
                Assert.Equal(all.First(day => day >= from), days.From(from).First());
            }
        }
    }

    [Theory]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO")]
    [InlineData("FREQ=DAILY;INTERVAL=1000;BYMONTHDAY=31;BYMONTH=4")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11")]
    public void That_never_come_end_soon(string rule)
    {
        var watch = Stopwatch.StartNew();
        Assert.Empty(new RuleDays(Read(rule), new DateOnly(2026, 1, 1)).From(new DateOnly(2026, 1, 2)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "The work has no bound.");
    }

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=DAILY;COUNT=1000000")]
    [InlineData("FREQ=DAILY;COUNT=0")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20260101T000000Z")]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1")]
    [InlineData("FREQ=DAILY;UNTIL=whenever")]
    [InlineData("FREQ=DAILY;BYHOUR=3")]
    [InlineData("FREQ=DAILY;FREQ=WEEKLY")]
    [InlineData("DAILY")]
    [InlineData("")]
    public void That_are_none_are_told_so(string text)
    {
        Assert.Null(RecurrenceRuleText.Read(text, until => RecurrenceText.LastDay(until, new DateTime(2026, 1, 1)), out var issue));
        Assert.False(string.IsNullOrWhiteSpace(issue));
    }

    [Theory]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU")]
    [InlineData("FREQ=MONTHLY;COUNT=7;BYDAY=-1FR,2MO")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,12;BYMONTHDAY=-1,6;BYSETPOS=-1")]
    public void Are_written_as_they_were_read(string text) => Assert.Equal(text, RecurrenceRuleText.Write(Read(text)));

    private static RecurrenceRule Read(string text)
    {
        var rule = RecurrenceRuleText.Read(text, until => RecurrenceText.LastDay(until, new DateTime(1997, 1, 1)), out var issue);
        return rule ?? throw new FormatException(issue);
    }
}
