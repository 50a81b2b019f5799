using System.Globalization;
using ServiceTray.Calendar;

namespace ServiceTray.Offerings;

/// <summary>The rule of a series as calendars write it, where the last day is an instant of UTC.</summary>
internal static class RecurrenceText
{
    private const string Instant = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly string[] Forms = [Instant, "yyyyMMdd'T'HHmmss", "yyyyMMdd"];

    /// <summary>The last day on which a series that starts then may come, from what stands as UNTIL; null: that is no time.</summary>
    public static DateOnly? LastDay(string until, DateTime start) => LastDay(until, start, HelsinkiTime.Zone);

    /// <summary>The same of a series that goes by another clock.</summary>
    public static DateOnly? LastDay(string until, DateTime start, TimeZoneInfo clock)
    {
        if (!DateTime.TryParseExact(until, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var told))
        {
            return null;
        }

        if (until.Length == "yyyyMMdd".Length)
        {
            return DateOnly.FromDateTime(told);
        }

        var local = until.EndsWith('Z') ? TimeZoneInfo.ConvertTimeFromUtc(told, clock) : told;
        var day = DateOnly.FromDateTime(local);
        return local.TimeOfDay < start.TimeOfDay && day > DateOnly.MinValue ? day.AddDays(-1) : day;
    }

    /// <summary>The rule whole: its last day is the start on that day, as an instant or, of whole days, as a day.</summary>
    public static string? Rule(Recurrence series) => series.Rule is { } rule
        ? RecurrenceRuleText.Write(rule, rule.Until is not { } last ? null : series.AllDay
            ? last.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            : HelsinkiTime.At(last, TimeOnly.FromDateTime(series.Start)).UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture))
        : null;
}
