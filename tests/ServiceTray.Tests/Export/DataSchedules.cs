using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Export.SchemaOrg;
using ServiceTray.Offerings;
using Xunit;

namespace ServiceTray.Tests.Export;

/// <summary>Series as schedules of schema.org: whole, or not at all.</summary>
public sealed class DataSchedules
{
    // A Tuesday.
    private static readonly DateTime Start = new(2026, 12, 1, 10, 0, 0);
    private static readonly RecurrenceRule Weekly = new(RecurrenceFrequency.Weekly, count: 6, byDay: [new(DayOfWeek.Tuesday)]);

    [Fact]
    public void What_is_left_out_moved_called_off_or_a_holiday_is_told_as_an_exception()
    {
        var told = Told(new Recurrence(Start, TimeSpan.FromHours(1), Weekly, leftOut: [Start.AddDays(7)], changes:
        [
            new ChangedDate(Start.AddDays(14), EventStatus.Moved, Start.AddDays(15).AddHours(2), TimeSpan.FromHours(2)),
            new ChangedDate(Start.AddDays(21), EventStatus.Cancelled),
        ]))!.Value;

        // Six Tuesdays from 1 December to 5 January.
        Assert.Equal(2, told.GetArrayLength());
        Assert.Equal(("2026-12-01", "2027-01-05", "P1W"), (Of(told[0], "startDate"), Of(told[0], "endDate"), Of(told[0], "repeatFrequency")));
        Assert.Equal(["2026-12-08T10:00:00+02:00", "2026-12-15T10:00:00+02:00", "2026-12-22T10:00:00+02:00"], Exceptions(told[0]));
        Assert.Equal(("2026-12-16", "2026-12-16", "12:00:00", "14:00:00"), (Of(told[1], "startDate"), Of(told[1], "endDate"), Of(told[1], "startTime"), Of(told[1], "endTime")));
        Assert.Equal(["2027-01-06T10:00:00+02:00"], Exceptions(Told(new Recurrence(Start.AddDays(1), TimeSpan.FromHours(1), new RecurrenceRule(RecurrenceFrequency.Weekly, until: new(2027, 1, 31)), notOnHolidays: true))!.Value));
    }

    [Fact]
    public void A_day_that_is_added_or_that_the_rule_does_not_have_is_told_by_itself()
    {
        var told = Told(new Recurrence(Start.AddDays(-1), TimeSpan.FromDays(1), Weekly, allDay: true, added: [Start.AddDays(2)]))!.Value;

        Assert.Equal(["2026-11-30", "2026-11-30", "2026-12-03"], told.EnumerateArray().Select(schedule => Of(schedule, "startDate")));
        Assert.Equal([null, 1, 1], told.EnumerateArray().Select(schedule => schedule.TryGetProperty("repeatCount", out var count) ? (int?)count.GetInt32() : null));
    }

    [Fact]
    public void A_date_moved_beyond_the_last_does_not_make_the_series_longer() => Assert.Equal(
        "2026-12-08",
        Of(Told(new Recurrence(Start, TimeSpan.FromHours(15), new RecurrenceRule(RecurrenceFrequency.Daily, count: 8), changes: [new ChangedDate(Start.AddDays(1), EventStatus.Moved, Start.AddDays(30))]))!.Value[0], "endDate"));

    [Fact]
    public void What_a_schedule_cannot_say_is_not_said()
    {
        Assert.Null(Told(new Recurrence(Start, TimeSpan.Zero, new RecurrenceRule(RecurrenceFrequency.Monthly, byDay: [new(DayOfWeek.Tuesday, 1)]))));
        Assert.Null(Told(new Recurrence(Start, TimeSpan.Zero, new RecurrenceRule(RecurrenceFrequency.Weekly), notOnHolidays: true)));
        Assert.Null(Told(new Recurrence(Start, TimeSpan.Zero, new RecurrenceRule(RecurrenceFrequency.Daily), leftOut: [.. Enumerable.Range(1, 101).Select(day => Start.AddDays(day))])));
        Assert.Null(Told(new Recurrence(Start, TimeSpan.Zero, added: [Start.AddDays(1)])));
    }

    private static JsonElement? Told(Recurrence series)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            SchemaOrgSchedule.Write(json, series);
            json.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray()).TryGetProperty("eventSchedule", out var told) ? told : null;
    }

    private static string? Of(JsonElement schedule, string name) => schedule.GetProperty(name).GetString();

    private static IEnumerable<string?> Exceptions(JsonElement schedule) => schedule.GetProperty("exceptDate").EnumerateArray().Select(date => date.GetString());
}
