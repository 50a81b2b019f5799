using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.LinkedEvents;

/// <summary>The dates of an event, or of a series by its sub-events.</summary>
internal static class LinkedDates
{
    /// <summary>No event has more; a series that tells more is none that people keep.</summary>
    private const int Most = 1_000;

    /// <summary>The dates, soonest first, each once.</summary>
    public static IReadOnlyList<Occurrence> Read(IEnumerable<LinkedEvent> dated, Action<string, string> trouble)
    {
        var dates = dated.Select(one => Read(one, trouble)).OfType<Occurrence>().DistinctBy(date => (date.StartsAt, date.EndsAt)).OrderBy(date => date.StartsAt).ToList();
        if (dates.Count <= Most)
        {
            return dates;
        }

        trouble("too-many-dates", $"It has {dates.Count} dates; the last {Most} are shown.");
        return dates[^Most..];
    }

    public static EventStatus StatusOf(string? status) => status switch
    {
        "EventCancelled" => EventStatus.Cancelled,
        "EventPostponed" => EventStatus.Postponed,
        "EventRescheduled" => EventStatus.Moved,
        _ => EventStatus.Scheduled,
    };

    private static Occurrence? Read(LinkedEvent dated, Action<string, string> trouble)
    {
        if (dated.StartTime is not { } start)
        {
            return null;
        }

        // Without a time of day the API tells midnights in Finland, the end being the midnight after the last day.
        var allDay = dated.HasStartTime == false;
        var from = allDay ? HelsinkiTime.At(HelsinkiTime.Day(start), TimeOnly.MinValue) : start;
        var end = dated.EndTime ?? (allDay ? HelsinkiTime.At(HelsinkiTime.Day(start).AddDays(1), TimeOnly.MinValue) : from);
        if (end < from)
        {
            trouble("ends-before-start", "It ends before it starts; only its start is told.");
            end = from;
        }

        return new Occurrence(from, end, StatusOf(dated.EventStatus), allDay);
    }
}
