using ServiceTray.Calendar;

namespace ServiceTray.Offerings;

/// <summary>Counts out the dates of a series.</summary>
internal static class RecurrenceDates
{
    /// <summary>So many are counted out at a time and no more, whatever the rule.</summary>
    public const int MostAtOnce = RecurrenceRule.LargestCount;

    // To find the last date one looks at the end first: at its last weeks, then its last years, then all of it.
    private static readonly int[] LastDays = [62, 1_500];

    /// <summary>The dates that are not over at a moment, soonest first, those called off too; an endless series gives as many as are taken.</summary>
    public static IEnumerable<Occurrence> From(this Recurrence series, DateTimeOffset moment)
    {
        var changed = series.Changes.Select(change => change.At).ToHashSet();
        var from = Before(HelsinkiTime.Local(moment).DateTime, series.Length);
        var asPlanned = series.StartsFrom(from).Where(start => !changed.Contains(start)).Select(start => series.On(start, series.Length, EventStatus.Scheduled, null));
        var otherwise = series.Changes.Select(series.Changed).OrderBy(date => date.StartsAt);
        return InOrder.Merge(asPlanned, otherwise, date => date.StartsAt).Where(date => date.EndsAt > moment).Take(MostAtOnce);
    }

    /// <summary>When the last of it is over; null: it has no end.</summary>
    public static DateTimeOffset? EndsAt(this Recurrence series)
    {
        if (series.IsEndless)
        {
            return null;
        }

        var ends = series.Changes.Select(change => series.Changed(change).EndsAt).Append(series.On(series.LastStart() ?? series.Start, series.Length, EventStatus.Scheduled, null).EndsAt);
        return ends.Max();
    }

    /// <summary>The starts as they were planned, before single dates were changed, from a day on.</summary>
    public static IEnumerable<DateTime> StartsFrom(this Recurrence series, DateOnly from) =>
        series.NotOnHolidays ? series.RuledFrom(from).Where(start => !series.IsHoliday(start)) : series.RuledFrom(from);

    /// <summary>The starts up to a day that are left out because they fall on a public holiday.</summary>
    public static IEnumerable<DateTime> HolidaysUntil(this Recurrence series, DateOnly last) =>
        series.NotOnHolidays ? series.RuledFrom(DateOnly.MinValue).TakeWhile(start => DateOnly.FromDateTime(start) <= last).Where(series.IsHoliday) : [];

    private static bool IsHoliday(this Recurrence series, DateTime start) =>
        FinnishHolidays.IsHoliday(DateOnly.FromDateTime(start)) && !series.Added.Contains(start);

    private static IEnumerable<DateTime> RuledFrom(this Recurrence series, DateOnly from)
    {
        var first = DateOnly.FromDateTime(series.Start);
        var time = TimeOnly.FromDateTime(series.Start);
        var ruled = series.Rule is null ? [] : new RuleDays(series.Rule, first).From(from).Select(day => day.ToDateTime(time));
        var leftOut = series.LeftOut.ToHashSet();
        var told = series.Added.Append(series.Start).Where(start => DateOnly.FromDateTime(start) >= from).Distinct().Order();
        return InOrder.Merge(ruled, told, start => start).Where(start => !leftOut.Contains(start));
    }

    private static DateTime? LastStart(this Recurrence series)
    {
        var end = series.Rule?.Until is { } until && until.Year <= PeriodDays.LastYear ? until : DateOnly.MinValue;
        foreach (var days in LastDays.Where(days => days < end.DayNumber))
        {
            if (series.StartsFrom(end.AddDays(-days)).Take(MostAtOnce).Select(start => (DateTime?)start).LastOrDefault() is { } last)
            {
                return last;
            }
        }

        return series.StartsFrom(DateOnly.MinValue).Take(MostAtOnce).Select(start => (DateTime?)start).LastOrDefault();
    }

    private static Occurrence Changed(this Recurrence series, ChangedDate change) =>
        series.On(change.Starts ?? change.At, change.Length ?? series.Length, change.Status, change.Starts is { } moved && moved != change.At ? change.At : null, change.Place);

    private static Occurrence On(this Recurrence series, DateTime start, TimeSpan length, EventStatus status, DateTime? movedFrom, string? place = null)
    {
        var starts = HelsinkiTime.At(start);
        var ends = series.AllDay ? HelsinkiTime.At(start + length) : starts + length;
        return new Occurrence(starts, ends, status, series.AllDay, movedFrom is { } at ? HelsinkiTime.At(at) : null, place: place);
    }

    // A day more for clock changes; the first day there is has none before it.
    private static DateOnly Before(DateTime local, TimeSpan length) =>
        local - DateTime.MinValue <= length + TimeSpan.FromDays(2) ? DateOnly.MinValue : DateOnly.FromDateTime(local - length).AddDays(-1);
}
