using System.Globalization;
using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.ICalendar;

/// <summary>Dates and times of RFC 5545 on the Finnish clock.</summary>
internal static class CalendarTimes
{
    /// <summary>The moment as the clock in Finland shows it, and whether only the day is told; null: it is none.</summary>
    public static (DateTime At, bool IsDay)? Read(string value, string? zone)
    {
        if (DateTime.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, true);
        }

        if (DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc))
        {
            return (HelsinkiTime.Local(new DateTimeOffset(utc)).DateTime, false);
        }

        if (!DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        // A clock that is not named, or by a name that nobody knows, is the one of the place where it goes on.
        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone.TrimStart('/'), out var known) || known.IsInvalidTime(local))
        {
            return (local, false);
        }

        return (HelsinkiTime.Local(new DateTimeOffset(local, known.GetUtcOffset(local))).DateTime, false);
    }

    public static (DateTime At, bool IsDay)? Read(CalendarLine? line) => line is null ? null : Read(line.Value.Trim(), line.Parameters.GetValueOrDefault("TZID"));

    /// <summary>The dates of lines that hold lists, the nearest of them where there are many; those that are none are left out.</summary>
    public static NearestDates<DateTime> Nearest(IEnumerable<CalendarLine> lines, DateTime now)
    {
        var nearest = new NearestDates<DateTime>(Comparer<DateTime>.Default, date => date < now, Recurrence.LongestList);
        foreach (var line in lines)
        {
            foreach (var told in line.List().Select(value => Read(value.Split('/')[0], line.Parameters.GetValueOrDefault("TZID"))).OfType<(DateTime At, bool IsDay)>())
            {
                nearest.Add(told.At);
            }
        }

        return nearest;
    }

    /// <summary>A length such as <c>PT1H30M</c>; null: it is none.</summary>
    public static TimeSpan? Length(string? value)
    {
        try
        {
            return value is null ? null : value.EndsWith('W') ? TimeSpan.FromDays(7 * int.Parse(value.AsSpan(1, value.Length - 2), CultureInfo.InvariantCulture)) : System.Xml.XmlConvert.ToTimeSpan(value);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
