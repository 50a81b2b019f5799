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

        if (happening.Recurrence is { } series)
        {
            SchemaOrgSchedule.Write(json, series);
        }
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
