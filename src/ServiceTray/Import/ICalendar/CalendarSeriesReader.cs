using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.ICalendar;

/// <summary>When an event takes place: once, or as a series with the changes of single dates.</summary>
internal static class CalendarSeriesReader
{
    /// <summary>The date or the series; null: it tells no time that can be kept, and the trouble says why.</summary>
    public static (IReadOnlyList<Occurrence> Dates, Recurrence? Series)? Read(CalendarTold told, DateTime now, Action<string, string> trouble)
    {
        var entry = told.Main;
        if (CalendarTimes.Read(entry["DTSTART"]) is not { } start)
        {
            trouble("no-date", "It tells no date.");
            return null;
        }

        var length = LengthOf(entry, start, trouble);
        Occurrence Once() => new(HelsinkiTime.At(start.At), HelsinkiTime.At(start.At + length), StatusOf(entry), start.IsDay);
        if (entry["RRULE"] is null && entry["RDATE"] is null)
        {
            return ([Once()], null);
        }

        string? issue = null;
        var (added, left) = (CalendarTimes.Nearest(entry.All("RDATE"), now), CalendarTimes.Nearest(entry.All("EXDATE"), now));
        if (added.IsShort || left.IsShort || told.IsShort)
        {
            trouble("too-many-dates", $"It tells more than {Recurrence.LongestList} dates in a list; the nearest to come are shown.");
        }

        var rule = entry["RRULE"] is { } written ? RecurrenceRuleText.Read(written.Value, until => RecurrenceText.LastDay(until, start.At), out issue) : null;
        try
        {
            if (issue is null)
            {
                return ([], new Recurrence(
                    start.At, length, rule, start.IsDay,
                    added: added.Kept,
                    leftOut: left.Kept,
                    changes: [.. told.Changes.Select(change => ChangeOf(change, length)).OfType<ChangedDate>()]));
            }
        }
        catch (ArgumentException refused)
        {
            issue = refused.Message;
        }

        trouble("series-refused", $"Its series cannot be kept, so only its first date is shown: {issue}");
        return ([Once()], null);
    }

    public static EventStatus StatusOf(CalendarEntry entry) => entry["STATUS"]?.Value.Trim().ToUpperInvariant() == "CANCELLED" ? EventStatus.Cancelled : EventStatus.Scheduled;

    private static TimeSpan LengthOf(CalendarEntry entry, (DateTime At, bool IsDay) start, Action<string, string> trouble)
    {
        var length = CalendarTimes.Read(entry["DTEND"]) is { } end ? end.At - start.At
            : CalendarTimes.Length(entry["DURATION"]?.Value.Trim()) ?? (start.IsDay ? TimeSpan.FromDays(1) : TimeSpan.Zero);
        if (length >= TimeSpan.Zero && length <= Recurrence.Longest)
        {
            return length;
        }

        trouble("length-wrong", "It ends before it starts, or lasts longer than a year; only its start is told.");
        return start.IsDay ? TimeSpan.FromDays(1) : TimeSpan.Zero;
    }

    private static ChangedDate? ChangeOf(CalendarEntry change, TimeSpan usual)
    {
        if (CalendarTimes.Read(change["RECURRENCE-ID"]) is not { } at)
        {
            return null;
        }

        if (StatusOf(change) == EventStatus.Cancelled)
        {
            return new ChangedDate(at.At, EventStatus.Cancelled);
        }

        var starts = CalendarTimes.Read(change["DTSTART"])?.At ?? at.At;
        var length = CalendarTimes.Read(change["DTEND"]) is { } end && end.At >= starts && end.At - starts <= Recurrence.Longest ? end.At - starts : usual;
        return new ChangedDate(at.At, starts == at.At ? EventStatus.Scheduled : EventStatus.Moved, starts, length);
    }
}
