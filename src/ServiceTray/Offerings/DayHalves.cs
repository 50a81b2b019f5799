using ServiceTray.Calendar;

namespace ServiceTray.Offerings;

/// <summary>Spans of time as the half hours that they touch, by the Finnish clock: for each day (by its number) a bit for each of its 48.</summary>
internal static class DayHalves
{
    public const ulong WholeDay = (1UL << 48) - 1;

    public static Dictionary<int, ulong> Of(IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> spans)
    {
        var days = new Dictionary<int, ulong>();
        foreach (var (start, end) in spans)
        {
            if (start < end)
            {
                Add(days, start, end);
            }
        }

        return days;
    }

    private static void Add(Dictionary<int, ulong> days, DateTimeOffset start, DateTimeOffset end)
    {
        var (first, last) = (HelsinkiTime.Day(start), HelsinkiTime.Day(end.AddTicks(-1)));
        if (first == last)
        {
            Put(days, first, Part(start, end));
            return;
        }

        Put(days, first, Part(start, HelsinkiTime.At(first.AddDays(1), TimeOnly.MinValue)));
        for (var day = first.AddDays(1); day < last; day = day.AddDays(1))
        {
            Put(days, day, WholeDay);
        }

        Put(days, last, Part(HelsinkiTime.At(last, TimeOnly.MinValue), end));
    }

    private static void Put(Dictionary<int, ulong> days, DateOnly day, ulong halves) =>
        days[day.DayNumber] = days.GetValueOrDefault(day.DayNumber) | halves;

    /// <summary>The half hours of a part of one day; where the clock changes within it, one after another.</summary>
    private static ulong Part(DateTimeOffset start, DateTimeOffset end)
    {
        var (first, last) = (HelsinkiTime.Local(start), HelsinkiTime.Local(end.AddTicks(-1)));
        if (first.Offset == last.Offset)
        {
            return (ulong.MaxValue >> (63 - HalfOf(last) + HalfOf(first))) << HalfOf(first);
        }

        var halves = 0UL;
        for (var at = start; at < end; at = at.AddMinutes(30 - (at.Minute % 30)).AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)))
        {
            halves |= 1UL << HalfOf(HelsinkiTime.Local(at));
        }

        return halves;
    }

    private static int HalfOf(DateTimeOffset local) => (local.Hour * 2) + (local.Minute / 30);
}
