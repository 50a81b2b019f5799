namespace ServiceTray.Publishing;

/// <summary>From when to when something goes on: on one day, or through a night into the next.</summary>
internal static class DraftHours
{
    /// <summary>Whoever writes an end that is longer past midnight has the two the wrong way round.</summary>
    private static readonly TimeSpan LongestNight = TimeSpan.FromHours(12);

    public static bool Are(TimeOnly from, TimeOnly to) => to > from || (to < from && to - from <= LongestNight);

    /// <summary>The day on which what begins on a day ends.</summary>
    public static DateOnly EndOf(DateOnly day, TimeOnly from, TimeOnly to) => to > from ? day : day.AddDays(1);
}
