namespace ServiceTray.Calendar;

/// <summary>The Finnish clock and calendar.</summary>
internal static class HelsinkiTime
{
    public const string Name = "Europe/Helsinki";

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Name);

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant when the clock shows this on that day, as <see cref="At(DateTime)"/>.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => At(day.ToDateTime(time));

    /// <summary>
    /// The instant when the clock shows this: a time that the clock jumps over is taken as if it had not jumped, of one that it shows twice
    /// the first is meant (RFC 5545, section 3.3.5).
    /// </summary>
    public static DateTimeOffset At(DateTime shown) => At(shown, Zone);

    /// <summary>The same on another clock.</summary>
    public static DateTimeOffset At(DateTime shown, TimeZoneInfo clock)
    {
        var local = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, clock.IsAmbiguousTime(local) ? clock.GetAmbiguousTimeOffsets(local).Max() : clock.GetUtcOffset(local));
    }
}
