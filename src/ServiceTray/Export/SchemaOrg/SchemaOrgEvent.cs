using System.Globalization;
using System.Text.Json;
using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Export.SchemaOrg;

/// <summary>When an event is, whether it takes place, and by what schedule it comes again.</summary>
internal static class SchemaOrgEvent
{
    public static void Write(Utf8JsonWriter json, Event happening, Occurrence date)
    {
        json.WriteString("startDate", Moment(date.StartsAt, date.AllDay));
        json.WriteString("endDate", Moment(date.AllDay ? date.EndsAt.AddHours(-1) : date.EndsAt, date.AllDay));
        var status = happening.Status == EventStatus.Scheduled ? date.Status : happening.Status;
        json.WriteString("eventStatus", $"https://schema.org/{Status(status)}");
        if (date.MovedFrom is { } planned)
        {
            json.WriteString("previousStartDate", Moment(planned, date.AllDay));
        }

        if (Mode(happening) is { } mode)
        {
            json.WriteString("eventAttendanceMode", $"https://schema.org/{mode}");
        }

        if (happening.Recurrence is { Rule: { } rule } series && IsTold(series, rule))
        {
            WriteSchedule(json, series, rule);
        }
    }

    // A schedule of schema.org knows spans and weekdays; what it cannot say is not said wrongly.
    private static bool IsTold(Recurrence series, RecurrenceRule rule) =>
        series is { NotOnHolidays: false, Added.Count: 0, LeftOut.Count: 0, Changes.Count: 0 }
        && rule is { ByMonth.Count: 0, ByMonthDay.Count: 0, BySetPosition.Count: 0 }
        && (rule.ByDay.Count == 0 || rule.Frequency == RecurrenceFrequency.Weekly);

    private static void WriteSchedule(Utf8JsonWriter json, Recurrence series, RecurrenceRule rule)
    {
        json.WriteStartObject("eventSchedule");
        json.WriteString("@type", "Schedule");
        json.WriteString("startDate", series.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (series.EndsAt() is { } end)
        {
            json.WriteString("endDate", HelsinkiTime.Day(end).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (!series.AllDay)
        {
            json.WriteString("startTime", series.Start.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
            json.WriteString("endTime", (series.Start + series.Length).ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        }

        json.WriteString("repeatFrequency", string.Create(CultureInfo.InvariantCulture, $"P{rule.Interval}{$"{rule.Frequency}"[0]}"));
        if (rule.ByDay.Count > 0)
        {
            json.WriteStartArray("byDay");
            foreach (var day in rule.ByDay.Select(weekday => weekday.Day).Distinct())
            {
                json.WriteStringValue($"https://schema.org/{day}");
            }

            json.WriteEndArray();
        }

        json.WriteString("scheduleTimezone", HelsinkiTime.Name);
        json.WriteEndObject();
    }

    private static string Status(EventStatus status) => status switch
    {
        EventStatus.Cancelled => "EventCancelled",
        EventStatus.Postponed => "EventPostponed",
        EventStatus.Moved => "EventRescheduled",
        _ => "EventScheduled",
    };

    private static string? Mode(Event happening) => (happening.Modes.Contains(AttendanceMode.InPerson), happening.Modes.Contains(AttendanceMode.Online)) switch
    {
        (true, true) => "MixedEventAttendanceMode",
        (true, false) => "OfflineEventAttendanceMode",
        (false, true) => "OnlineEventAttendanceMode",
        _ => null,
    };

    private static string Moment(DateTimeOffset at, bool allDay) =>
        allDay ? HelsinkiTime.Day(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : FeedWords.Instant(at);
}
