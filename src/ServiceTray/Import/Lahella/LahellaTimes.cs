using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Lahella;

/// <summary>When an activity goes on: a series of one time of day, else hours of its weekdays, else single dates.</summary>
internal sealed record LahellaTimes(Recurrence? Series, IReadOnlyList<OpeningHours> Hours, IReadOnlyList<Occurrence> Dates)
{
    private const int MostTimes = 200;

    /// <summary>The year 2100; what lies behind it is a slip of the keyboard.</summary>
    private const long FarOff = 4_102_444_800_000;

    public static LahellaTimes Read(IEnumerable<LahellaTime> told, Action<string, string> trouble)
    {
        var times = told.Where(time => time.Start is not null).ToList();
        if (times.Count > MostTimes || times.Exists(time => Local(time.Start) is null || (time.End is not null && Local(time.End) is null)))
        {
            trouble("times-unreadable", $"It has more than {MostTimes} times, or one outside the years that a calendar knows; they are left out.");
            return new LahellaTimes(null, [], []);
        }

        var again = times.Where(time => time.Recurrence?.Period is not null).Select(time => new LahellaRhythm(time, trouble)).ToList();
        var dates = times.Where(time => time.Recurrence?.Period is null).Select(Date).OfType<Occurrence>().DistinctBy(date => date.StartsAt).OrderBy(date => date.StartsAt).ToList();
        if (again is [var only] && only.Series() is { } series)
        {
            return new LahellaTimes(series, [], dates);
        }

        OpeningHours[] hours = [.. again.SelectMany(rhythm => rhythm.Hours())];
        if (hours.Length == 0 || dates.Count == 0)
        {
            return new LahellaTimes(null, hours, dates);
        }

        trouble("times-mixed", $"It has hours of weekdays and {dates.Count} single dates; only the hours are told.");
        return new LahellaTimes(null, hours, []);
    }

    /// <summary>What the Finnish clock shows at a millisecond; null: no such moment.</summary>
    public static DateTime? Local(long? millisecond) =>
        millisecond is > 0 and < FarOff ? HelsinkiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(millisecond.Value)).DateTime : null;

    private static Occurrence? Date(LahellaTime time)
    {
        var starts = DateTimeOffset.FromUnixTimeMilliseconds(time.Start!.Value);
        var ends = time.End is { } end && end > time.Start ? DateTimeOffset.FromUnixTimeMilliseconds(end) : starts;
        return new Occurrence(starts, ends);
    }
}
