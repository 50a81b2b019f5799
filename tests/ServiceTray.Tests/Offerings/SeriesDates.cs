using System.Globalization;
using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Offerings;

/// <summary>Dates of a series on the Finnish clock, over its changes, holidays, and dates that were changed.</summary>
public sealed class SeriesDates
{
    // The clock goes from 3 to 4 on 29 March 2026 and from 4 to 3 on 25 October 2026.
    [Theory]
    [InlineData("2026-03-22T18:00", "2026-03-22T16:00 2026-03-29T15:00 2026-04-05T15:00")]
    [InlineData("2026-03-22T03:30", "2026-03-22T01:30 2026-03-29T01:30 2026-04-05T00:30")]
    [InlineData("2026-10-18T18:00", "2026-10-18T15:00 2026-10-25T16:00 2026-11-01T16:00")]
    [InlineData("2026-10-18T03:30", "2026-10-18T00:30 2026-10-25T00:30 2026-11-01T01:30")]
    public void Keep_their_time_when_the_clock_changes(string start, string expected)
    {
        var series = OwnOfferings.Weekly(DateTime.Parse(start, CultureInfo.InvariantCulture));
        Assert.Equal(expected, string.Join(' ', series.From(DateTimeOffset.MinValue).Take(3).Select(date => date.StartsAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))));
        Assert.All(series.From(DateTimeOffset.MinValue).Take(3), date => Assert.Equal(TimeSpan.FromMinutes(90), date.EndsAt - date.StartsAt));
    }

    [Fact]
    public void Leave_out_public_holidays_but_not_those_added_by_hand()
    {
        // Fridays: Christmas Day 2026 and New Year's Day 2027 are two of them; Christmas Day is added all the same in the second.
        var fridays = OwnOfferings.Weekly(new DateTime(2026, 12, 11, 10, 0, 0), new DateOnly(2027, 1, 15), notOnHolidays: true);
        Assert.Equal("11.12 18.12 8.1 15.1", Days(fridays));
        var added = new Recurrence(fridays.Start, fridays.Length, fridays.Rule, notOnHolidays: true, added: [new DateTime(2026, 12, 25, 10, 0, 0)]);
        Assert.Equal("11.12 18.12 25.12 8.1 15.1", Days(added));
    }

    [Fact]
    public void Tell_what_was_moved_called_off_and_put_off()
    {
        var series = OwnOfferings.Weekly(new DateTime(2026, 12, 1, 10, 0, 0), new DateOnly(2026, 12, 22), changes:
        [
            new ChangedDate(new DateTime(2026, 12, 8, 10, 0, 0), EventStatus.Moved, new DateTime(2026, 12, 16, 12, 0, 0)),
            new ChangedDate(new DateTime(2026, 12, 15, 10, 0, 0), EventStatus.Cancelled),
            new ChangedDate(new DateTime(2026, 12, 22, 10, 0, 0), EventStatus.Postponed),
        ]);
        Assert.Equal(
            ["1.12 Scheduled ", "15.12 Cancelled ", "16.12 Moved 8.12", "22.12 Postponed "],
            series.From(DateTimeOffset.MinValue).Select(date => $"{Day(date.StartsAt)} {date.Status} {(date.MovedFrom is { } from ? Day(from) : "")}"));
        var dated = OwnOfferings.Event("a", series);
        Assert.Equal("1.12 16.12", string.Join(' ', dated.TakingPlaceBetween(TrayApp.Now, null).Select(date => Day(date.StartsAt))));
    }

    [Fact]
    public void Moved_dates_keep_their_id()
    {
        var at = new DateTime(2026, 12, 8, 10, 0, 0);
        var planned = OwnOfferings.Weekly(at).From(TrayApp.Now).First();
        var moved = OwnOfferings.Weekly(at, changes: [new ChangedDate(at, EventStatus.Moved, at.AddDays(1))]).From(TrayApp.Now).First();
        Assert.NotEqual(planned.StartsAt, moved.StartsAt);
        Assert.Equal(new DatedOccurrence(Guid.Empty, planned).Id, new DatedOccurrence(Guid.Empty, moved).Id);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2026-12-20", null, "2026-12-15")]
    [InlineData(null, 3, "2026-12-15")]
    public void End_with_the_last_date(string? until, int? count, string? expected)
    {
        var rule = new RecurrenceRule(RecurrenceFrequency.Weekly, count: count, until: until is null ? null : DateOnly.Parse(until, CultureInfo.InvariantCulture));
        var ends = new Recurrence(new DateTime(2026, 12, 1, 10, 0, 0), TimeSpan.FromHours(1), rule).EndsAt();
        Assert.Equal(expected, ends is { } end ? HelsinkiTime.Day(end).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
    }

    [Fact]
    public void Of_an_endless_series_give_what_is_taken_and_no_more_than_a_bound()
    {
        var series = new Recurrence(new DateTime(1980, 1, 1, 10, 0, 0), TimeSpan.FromHours(1), new RecurrenceRule(RecurrenceFrequency.Daily));
        Assert.Equal(TrayApp.Now.AddDays(1).Date, HelsinkiTime.Local(series.From(TrayApp.Now).First().StartsAt).Date);
        Assert.Equal(RecurrenceDates.MostAtOnce, series.From(TrayApp.Now).Count());
    }

    [Fact]
    public void Are_refused_by_the_million()
    {
        var dates = Enumerable.Range(0, 1_000_000).Select(minute => new DateTime(2026, 1, 1).AddMinutes(minute)).ToList();
        Assert.Throws<ArgumentException>(() => new Recurrence(dates[0], TimeSpan.Zero, added: dates));
        Assert.Throws<ArgumentException>(() => new Recurrence(new DateTime(9999, 12, 31), TimeSpan.FromDays(2)));
    }

    [Fact]
    public void Are_the_same_after_they_were_stored()
    {
        var series = new Recurrence(
            new DateTime(2026, 12, 1, 10, 0, 0),
            TimeSpan.FromMinutes(90),
            new RecurrenceRule(RecurrenceFrequency.Monthly, 2, until: new DateOnly(2027, 12, 1), byDay: [new WeekdayInPeriod(DayOfWeek.Tuesday, -1), new WeekdayInPeriod(DayOfWeek.Monday)]),
            notOnHolidays: true,
            added: [new DateTime(2026, 12, 3)],
            leftOut: [new DateTime(2027, 2, 1, 10, 0, 0)],
            changes: [new ChangedDate(new DateTime(2026, 12, 3), EventStatus.Moved, new DateTime(2026, 12, 4), TimeSpan.FromHours(1))]);
        var stored = JsonSerializer.Serialize(series, JsonColumn.Options);
        Assert.Equal(stored, JsonSerializer.Serialize(JsonSerializer.Deserialize<Recurrence>(stored, JsonColumn.Options), JsonColumn.Options));
        Assert.Equal(series.From(TrayApp.Now), JsonSerializer.Deserialize<Recurrence>(stored, JsonColumn.Options)!.From(TrayApp.Now));
    }

    private static string Days(Recurrence series) => string.Join(' ', series.From(DateTimeOffset.MinValue).Select(date => Day(date.StartsAt)));

    private static string Day(DateTimeOffset at) => HelsinkiTime.Day(at) is var day ? $"{day.Day}.{day.Month}" : "";
}
