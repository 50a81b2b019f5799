using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.ICalendar;

/// <summary>The dates of a series that the tray cannot keep as a series, since it comes again on another clock or is another one from some date on: counted out there, and kept as moments.</summary>
internal sealed class CalendarDates(Recurrence series, TimeZoneInfo clock, IReadOnlyList<CalendarOnward> onward)
{
    /// <summary>As far as the index looks, and a month more; calendars are read again long before.</summary>
    private const int MonthsAhead = 19;

    private const int MonthsBack = 12;

    /// <summary>The dates a year back and a year and a half ahead, by whole months so that what is read again tomorrow is the same; of a series that is over, or far off, the first.</summary>
    public NearestDates<Occurrence> Around(DateTimeOffset now)
    {
        var today = HelsinkiTime.Day(now);
        var month = new DateOnly(today.Year, today.Month, 1);
        var (from, to) = (month.AddMonths(-MonthsBack), month.AddMonths(MonthsAhead));
        var changed = series.Changes.Select(change => change.At).ToHashSet();
        var nearest = new NearestDates<Occurrence>(Comparer<Occurrence>.Create((one, other) => (one.StartsAt, one.EndsAt).CompareTo((other.StartsAt, other.EndsAt))), date => date.EndsAt < now, Recurrence.LongestList);
        foreach (var start in series.StartsFrom(from).TakeWhile(start => DateOnly.FromDateTime(start) < to).DefaultIfEmpty(series.Start).Where(start => !changed.Contains(start)))
        {
            var since = onward.LastOrDefault(change => change.From <= start);
            nearest.Add(On(start + (since?.Shift ?? TimeSpan.Zero), since?.Length ?? series.Length, since?.Status(start) ?? EventStatus.Scheduled, start, since?.Place));
        }

        foreach (var change in series.Changes)
        {
            nearest.Add(On(change.Starts ?? change.At, change.Length ?? series.Length, change.Status, change.At, change.Place));
        }

        return nearest;
    }

    private Occurrence On(DateTime start, TimeSpan length, EventStatus status, DateTime planned, string? place = null)
    {
        var starts = HelsinkiTime.Local(HelsinkiTime.At(start, clock));
        var ends = series.AllDay ? HelsinkiTime.At(start + length) : HelsinkiTime.Local(starts + length);
        return new Occurrence(starts, ends, status, series.AllDay, planned == start || status == EventStatus.Scheduled ? null : HelsinkiTime.Local(HelsinkiTime.At(planned, clock)), place: place);
    }
}

/// <summary>What becomes of a date and of all that come after it (<c>RANGE=THISANDFUTURE</c>).</summary>
internal sealed record CalendarOnward(DateTime From, TimeSpan Shift, TimeSpan Length, bool IsCancelled, string? Place)
{
    // The first is moved; those after it are as the series then goes.
    public EventStatus Status(DateTime planned) => IsCancelled ? EventStatus.Cancelled : Shift != TimeSpan.Zero && planned == From ? EventStatus.Moved : EventStatus.Scheduled;
}
