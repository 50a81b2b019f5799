using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Seed;

/// <summary>Turns weeks counted from a day into dates on the Finnish clock.</summary>
internal static class SeedCalendar
{
    /// <summary>Dates of one weekday as a series; null: they are told otherwise, as single dates.</summary>
    public static Recurrence? Series(IReadOnlyList<SeedDates>? dates, DateOnly today)
    {
        if (dates is not [{ Count: > 1 } told])
        {
            return null;
        }

        var planned = Occurrences(told, today).ToList();
        var (first, last) = (HelsinkiTime.Local(planned[0].StartsAt).DateTime, HelsinkiTime.Day(planned[^1].StartsAt));
        var length = told.To == told.From ? TimeSpan.FromDays(1) : told.To - told.From;
        return new Recurrence(first, length, new RecurrenceRule(RecurrenceFrequency.Weekly, Math.Max(1, told.EveryWeeks), until: last), notOnHolidays: told.NotOnHolidays);
    }

    public static IEnumerable<Occurrence> Occurrences(SeedDates dates, DateOnly today)
    {
        var first = today.AddDays((7 + (int)dates.Weekday - (int)today.DayOfWeek) % 7);
        for (var i = 0; i < dates.Count; i++)
        {
            var day = first.AddDays(7 * ((dates.FirstWeek - 1) + (i * Math.Max(1, dates.EveryWeeks))));
            yield return new Occurrence(
                HelsinkiTime.At(day, dates.From),
                HelsinkiTime.At(dates.To > dates.From ? day : day.AddDays(1), dates.To));
        }
    }
}
