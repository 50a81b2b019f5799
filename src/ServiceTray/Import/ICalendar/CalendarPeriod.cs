using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.ICalendar;

/// <summary>A date of a list, which may be a period: a start with its end or its length (RFC 5545, section 3.3.9).</summary>
internal static class CalendarPeriod
{
    /// <summary>When it starts, and how long it lasts when it says so; null: it is no date.</summary>
    public static (DateTime At, TimeSpan? Length)? Read(CalendarLine line, string value, TimeZoneInfo clock)
    {
        var zone = line.Parameters.GetValueOrDefault("TZID");
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (CalendarTimes.Read(slash < 0 ? value : value[..slash], zone, clock) is not { } start)
        {
            return null;
        }

        TimeSpan? length = slash < 0 ? null
            : CalendarTimes.Length(value[(slash + 1)..]) is { } told ? Exactly(start.At, told, clock)
            : CalendarTimes.Read(value[(slash + 1)..], zone, clock) is { } end ? HelsinkiTime.At(end.At, clock) - HelsinkiTime.At(start.At, clock)
            : null;
        return (start.At, length >= TimeSpan.Zero && length <= Recurrence.Longest ? length : null);
    }

    /// <summary>How long something lasts whose days go by the calendar.</summary>
    public static TimeSpan Exactly(DateTime start, (TimeSpan Days, TimeSpan Exact) told, TimeZoneInfo clock) =>
        HelsinkiTime.At(start + told.Days, clock) - HelsinkiTime.At(start, clock) + told.Exact;
}
