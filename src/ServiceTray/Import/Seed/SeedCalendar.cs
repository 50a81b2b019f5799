using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Seed;

/// <summary>Turns weeks counted from a day into dates on the Finnish clock.</summary>
internal static class SeedCalendar
{
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
