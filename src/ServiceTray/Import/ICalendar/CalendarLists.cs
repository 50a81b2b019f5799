using ServiceTray.Offerings;

namespace ServiceTray.Import.ICalendar;

/// <summary>The dates that an event's lists add to its series and leave out of it, on the series' own clock; the nearest of them where there are many.</summary>
internal sealed class CalendarLists
{
    private static readonly Comparer<(DateTime At, TimeSpan? Length)> Order = Comparer<(DateTime At, TimeSpan? Length)>.Create((one, other) => one.At.CompareTo(other.At));

    private readonly NearestDates<(DateTime At, TimeSpan? Length)> added;
    private readonly NearestDates<DateTime> leftOut;
    private readonly HashSet<DateTime> daysLeftOut = [];

    public CalendarLists(CalendarEntry entry, (DateTime At, bool IsDay) start, TimeZoneInfo clock, DateTime now)
    {
        added = new(Order, date => date.At < now, Recurrence.LongestList);
        leftOut = new(Comparer<DateTime>.Default, date => date < now, Recurrence.LongestList);
        foreach (var (line, value) in entry.All("RDATE").SelectMany(line => line.List().Select(value => (line, value))))
        {
            if (CalendarPeriod.Read(line, value, clock) is { } date)
            {
                added.Add(date);
            }
        }

        foreach (var (line, value) in entry.All("EXDATE").SelectMany(line => line.List().Select(value => (line, value))))
        {
            if (CalendarTimes.Read(value, line.Parameters.GetValueOrDefault("TZID"), clock) is { } date)
            {
                // Of a series that tells times, a day stands for whatever is on it.
                var isWhole = date.IsDay && !start.IsDay;
                leftOut.Add(isWhole ? date.At + start.At.TimeOfDay : date.At);
                if (isWhole && daysLeftOut.Count < Recurrence.LongestList)
                {
                    daysLeftOut.Add(date.At);
                }
            }
        }
    }

    public bool IsShort => added.IsShort || leftOut.IsShort;

    public IReadOnlyList<DateTime> LeftOut => leftOut.Kept;

    public IReadOnlyList<DateTime> Added => [.. Kept.Select(date => date.At)];

    /// <summary>Added dates that last as long as they say themselves.</summary>
    public IEnumerable<ChangedDate> OwnLengths => Kept.Where(date => date.Length is not null && !LeftOut.Contains(date.At)).Select(date => new ChangedDate(date.At, EventStatus.Scheduled, length: date.Length));

    private IEnumerable<(DateTime At, TimeSpan? Length)> Kept => added.Kept.Where(date => !daysLeftOut.Contains(date.At.Date));
}
