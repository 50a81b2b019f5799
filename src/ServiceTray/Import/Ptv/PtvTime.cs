using System.Globalization;
using ServiceTray.Calendar;

namespace ServiceTray.Import.Ptv;

/// <summary>Dates, days and hours as the register writes them; what cannot be read is null.</summary>
internal static class PtvTime
{
    /// <summary>An instant in whole milliseconds, as the database keeps it; without a zone it is UTC.</summary>
    public static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds())
            : null;

    /// <summary>The day in Finland; a time without a zone is already Finnish.</summary>
    public static DateOnly? Day(string? text)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
        {
            return null;
        }

        return time.Kind == DateTimeKind.Unspecified
            ? DateOnly.FromDateTime(time)
            : HelsinkiTime.Day(new DateTimeOffset(time.ToUniversalTime()));
    }

    /// <summary>An hour of the day; 24:00 is midnight.</summary>
    public static TimeOnly? Hour(string? text) =>
        text is "24:00" or "24:00:00" ? TimeOnly.MinValue
        : TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var hour) ? hour
        : null;

    /// <summary>A weekday by its English name.</summary>
    public static DayOfWeek? Weekday(string? text) =>
        Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && Enum.IsDefined(day) && !char.IsAsciiDigit(text![0]) ? day : null;
}
