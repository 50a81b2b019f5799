using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.ICalendar;

/// <summary>When an event takes place: once, or as a series with the changes of single dates.</summary>
internal static class CalendarSeriesReader
{
    /// <summary>The date or dates, or the series; null: it tells no time that can be kept, and the trouble says why.</summary>
    public static (IReadOnlyList<Occurrence> Dates, Recurrence? Series)? Read(CalendarTold told, DateTimeOffset now, Action<string, string> trouble)
    {
        var entry = told.Main;
        var clock = CalendarTimes.ClockOf(entry);
        if (CalendarTimes.Read(entry["DTSTART"], clock) is not { } start || CalendarTimes.Instant(entry["DTSTART"], clock) is not { } instant)
        {
            trouble("no-date", "It tells no date.");
            return null;
        }

        if (told.Changes.Prepend(entry).SelectMany(CalendarTimes.UnknownZones).Distinct().ToList() is { Count: > 0 } unknown)
        {
            trouble("zone-unknown", $"It tells times on a clock that is not known: {string.Join(", ", unknown.Take(3).Select(name => name.Length > CalendarTimes.LongestName ? name[..CalendarTimes.LongestName] : name))}; they are read as Finnish ones.");
        }

        var length = LengthOf(entry, start, trouble, clock);
        var begins = HelsinkiTime.Local(instant);
        Occurrence Once() => new(begins, start.IsDay ? HelsinkiTime.At(start.At + length) : HelsinkiTime.Local(begins + length), StatusOf(entry), start.IsDay);
        if (entry["RRULE"] is null && entry["RDATE"] is null)
        {
            return ([Once()], null);
        }

        string? issue = null;
        var lists = new CalendarLists(entry, start, clock, TimeZoneInfo.ConvertTime(now, clock).DateTime);
        var changes = new CalendarChanges(told, start, length, clock, trouble);
        var rule = entry["RRULE"] is { } written ? RecurrenceRuleText.Read(written.Value, until => RecurrenceText.LastDay(until, start.At, clock), out issue) : null;
        try
        {
            if (issue is null)
            {
                var series = new Recurrence(
                    start.At, length, rule, start.IsDay,
                    added: lists.Added,
                    leftOut: lists.LeftOut,
                    changes: [.. changes.Single.Concat(lists.OwnLengths).DistinctBy(change => change.At)]);
                var dates = clock.Id == HelsinkiTime.Name && changes.Onward.Count == 0 ? null : new CalendarDates(series, clock, changes.Onward).Around(now);
                if (lists.IsShort || told.IsShort || dates?.IsShort == true)
                {
                    trouble("too-many-dates", $"It tells more than {Recurrence.LongestList} dates in a list; the nearest to come are shown.");
                }

                return dates is null ? ([], series) : (dates.Kept, null);
            }
        }
        catch (ArgumentException refused)
        {
            issue = refused.Why();
        }

        trouble("series-refused", $"Its series cannot be kept, so only its first date is shown: {issue}");
        return ([Once()], null);
    }

    public static EventStatus StatusOf(CalendarEntry entry) => entry["STATUS"]?.Value.Trim().ToUpperInvariant() == "CANCELLED" ? EventStatus.Cancelled : EventStatus.Scheduled;

    /// <summary>How long it lasts by its end or its length; null: it tells neither, or none that can be.</summary>
    public static TimeSpan? ToldLength(CalendarEntry entry, (DateTime At, bool IsDay) start, TimeZoneInfo clock)
    {
        TimeSpan? length = CalendarTimes.Read(entry["DTEND"], clock) is { } end
            ? start.IsDay ? end.At - start.At : CalendarTimes.Instant(entry["DTEND"], clock) - (CalendarTimes.Instant(entry["DTSTART"], clock) ?? HelsinkiTime.At(start.At, clock))
            : CalendarTimes.Length(entry["DURATION"]?.Value.Trim()) is not { } told ? null
            : start.IsDay ? told.Days + told.Exact : CalendarPeriod.Exactly(start.At, told, clock);
        return length;
    }

    private static TimeSpan LengthOf(CalendarEntry entry, (DateTime At, bool IsDay) start, Action<string, string> trouble, TimeZoneInfo clock)
    {
        var length = ToldLength(entry, start, clock) ?? (start.IsDay ? TimeSpan.FromDays(1) : TimeSpan.Zero);
        if (length >= TimeSpan.Zero && length <= Recurrence.Longest)
        {
            return length;
        }

        trouble("length-wrong", "It ends before it starts, or lasts longer than a year; only its start is told.");
        return start.IsDay ? TimeSpan.FromDays(1) : TimeSpan.Zero;
    }
}
