using System.Globalization;
using System.Xml;
using ServiceTray.Calendar;

namespace ServiceTray.Import.ICalendar;

/// <summary>Dates and times of RFC 5545, each on the clock that is asked for.</summary>
internal static class CalendarTimes
{
    /// <summary>By what name a calendar tells the clock that it means where its events tell none, or UTC.</summary>
    public const string UsualZone = "X-WR-TIMEZONE";

    /// <summary>The letters of a clock's name at most.</summary>
    public const int LongestName = 100;

    private const int YearsCompared = 3;

    private static readonly string[] Timed = ["DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"];

    /// <summary>The clock on which an event comes again: the one that its start names; ours, when the two never differ.</summary>
    public static TimeZoneInfo ClockOf(CalendarEntry entry)
    {
        var usual = Zone(entry[UsualZone]?.Value.Trim());
        var start = entry["DTSTART"];
        var value = start?.Value.Trim() ?? "";
        var clock = value.EndsWith('Z') ? usual ?? TimeZoneInfo.Utc : Zone(start?.Parameters.GetValueOrDefault("TZID")) ?? usual ?? HelsinkiTime.Zone;
        return Read(value, null, clock) is not { IsDay: false } told || IsLikeOurs(clock, told.At.Year) ? HelsinkiTime.Zone : clock;
    }

    /// <summary>The moment as a clock shows it, and whether only the day is told; null: it is none.</summary>
    public static (DateTime At, bool IsDay)? Read(string value, string? zone, TimeZoneInfo clock)
    {
        if (DateTime.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day, true);
        }

        if (DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc))
        {
            return (TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), clock).DateTime, false);
        }

        // A clock that is not named, or by a name that nobody knows, is the one of the place where it goes on.
        return !DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? null
            : Zone(zone) is { } known && known.Id != clock.Id ? (TimeZoneInfo.ConvertTime(HelsinkiTime.At(local, known), clock).DateTime, false)
            : (local, false);
    }

    public static (DateTime At, bool IsDay)? Read(CalendarLine? line, TimeZoneInfo clock) => line is null ? null : Read(line.Value.Trim(), line.Parameters.GetValueOrDefault("TZID"), clock);

    /// <summary>The moment itself, told on a clock or in UTC, where an hour that the clock shows twice is not in doubt.</summary>
    public static DateTimeOffset? Instant(CalendarLine? line, TimeZoneInfo clock) =>
        line?.Value.Trim().EndsWith('Z') == true ? Read(line, TimeZoneInfo.Utc) is { } utc ? new DateTimeOffset(utc.At, TimeSpan.Zero) : null
        : Read(line, clock) is { } told ? HelsinkiTime.At(told.At, clock) : null;

    /// <summary>A length such as <c>P1DT1H30M</c>: its days go by the calendar, its hours by the clock's ticking; null: it is none.</summary>
    public static (TimeSpan Days, TimeSpan Exact)? Length(string? value)
    {
        try
        {
            if (value is null)
            {
                return null;
            }

            if (value.EndsWith('W'))
            {
                return (TimeSpan.FromDays(7 * int.Parse(value.AsSpan(1, value.Length - 2), CultureInfo.InvariantCulture)), TimeSpan.Zero);
            }

            var hours = value.IndexOf('T', StringComparison.Ordinal);
            return hours < 0 ? (XmlConvert.ToTimeSpan(value), TimeSpan.Zero)
                : hours < 2 || value[hours - 1] == 'P' ? (TimeSpan.Zero, XmlConvert.ToTimeSpan(value))
                : (XmlConvert.ToTimeSpan(value[..hours]), XmlConvert.ToTimeSpan($"P{value[hours..]}"));
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The clock by the name of the register of zones, which may stand at the end of a longer one, or by the one that Windows has for it; null: nobody knows it.</summary>
    public static TimeZoneInfo? Zone(string? name)
    {
        for (var rest = name?.Length > LongestName ? null : name?.Trim('/', ' '); !string.IsNullOrEmpty(rest) && !rest.Contains("..", StringComparison.Ordinal); rest = rest.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? rest[(slash + 1)..] : null)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(rest, out var known))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>The names that nobody knows of clocks on which times of an event are told.</summary>
    public static IEnumerable<string> UnknownZones(CalendarEntry entry) =>
        Timed.SelectMany(entry.All).Where(line => line.Value.Contains('T', StringComparison.Ordinal))
            .Select(line => line.Parameters.GetValueOrDefault("TZID") ?? (IsUsual(line, entry) ? entry[UsualZone]?.Value : null)).OfType<string>().Where(name => Zone(name) is null);

    // In UTC a moment is a moment; when it comes again is asked of the calendar's clock.
    private static bool IsUsual(CalendarLine line, CalendarEntry entry) => !line.Value.Trim().EndsWith('Z') || (line.Name == "DTSTART" && entry["RRULE"] is not null);

    private static bool IsLikeOurs(TimeZoneInfo clock, int year) => clock.Id == HelsinkiTime.Name
        || Enumerable.Range(0, 12 * YearsCompared).Select(month => new DateTime(Math.Clamp(year, 1, 9000), 1, 15, 0, 0, 0, DateTimeKind.Utc).AddMonths(month)).All(day => clock.GetUtcOffset(day) == HelsinkiTime.Zone.GetUtcOffset(day));
}
