using ServiceTray.Offerings;

namespace ServiceTray.Import.Seed;

/// <summary>Turns weeks counted from a day into dates on the Finnish clock.</summary>
internal static class SeedCalendar
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    public static IEnumerable<Occurrence> Occurrences(SeedDates dates, DateOnly today)
    {
        var first = today.AddDays((7 + (int)dates.Weekday - (int)today.DayOfWeek) % 7);
        for (var i = 0; i < dates.Count; i++)
        {
            var day = first.AddDays(7 * ((dates.FirstWeek - 1) + (i * Math.Max(1, dates.EveryWeeks))));
            var startsAt = At(day, dates.From);
            yield return new Occurrence(startsAt, At(dates.To > dates.From ? day : day.AddDays(1), dates.To));
        }
    }

    public static DateTimeOffset Midnight(DateOnly day) => At(day, TimeOnly.MinValue);

    private static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Helsinki.GetUtcOffset(local));
    }
}
