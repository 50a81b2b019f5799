using System.Globalization;

namespace ServiceTray.Calendar;

/// <summary>Rules as RFC 5545 writes them.</summary>
internal static class RecurrenceRuleText
{
    private const int LongestText = 1_000;

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>
    /// The rule in a text such as <c>FREQ=WEEKLY;BYDAY=TU</c>; null with the reason when it is none that the tray keeps. The last day is told by
    /// the caller, who knows the series' clock, from what stood as UNTIL.
    /// </summary>
    public static RecurrenceRule? Read(string text, Func<string, DateOnly?> until, out string? issue)
    {
        issue = null;
        if (text.Length > LongestText)
        {
            issue = $"A rule has at most {LongestText} letters.";
            return null;
        }

        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Trim().Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                issue = $"{part} is no part of a rule, or stands there twice.";
                return null;
            }
        }

        try
        {
            return Read(parts, until);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            issue = exception.Why();
            return null;
        }
    }

    /// <summary>The rule without its last day, which only the series can write, since it is an instant on the wire.</summary>
    public static string Write(RecurrenceRule rule, string? until = null) => string.Join(';', new[]
    {
        $"FREQ={$"{rule.Frequency}".ToUpperInvariant()}",
        rule.Interval == 1 ? null : Number("INTERVAL", rule.Interval),
        rule.Count is { } count ? Number("COUNT", count) : null,
        until is null ? null : $"UNTIL={until}",
        List("BYMONTH", rule.ByMonth),
        List("BYMONTHDAY", rule.ByMonthDay),
        rule.ByDay.Count == 0 ? null : $"BYDAY={string.Join(',', rule.ByDay.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Ordinal}{Days[(int)day.Day]}")))}",
        List("BYSETPOS", rule.BySetPosition),
        rule.WeekStart == DayOfWeek.Monday ? null : $"WKST={Days[(int)rule.WeekStart]}",
    }.OfType<string>());

    private static RecurrenceRule Read(Dictionary<string, string> parts, Func<string, DateOnly?> until)
    {
        string? Take(string name) => parts.Remove(name, out var value) ? value : null;
        var frequency = Take("FREQ")?.ToUpperInvariant() switch
        {
            "DAILY" => RecurrenceFrequency.Daily,
            "WEEKLY" => RecurrenceFrequency.Weekly,
            "MONTHLY" => RecurrenceFrequency.Monthly,
            "YEARLY" => RecurrenceFrequency.Yearly,
            var other => throw new FormatException($"FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not {other ?? "missing"}."),
        };
        var last = Take("UNTIL");
        var rule = new RecurrenceRule(
            frequency,
            Take("INTERVAL") is { } interval ? Integer(interval) : 1,
            Take("COUNT") is { } count ? Integer(count) : null,
            last is null ? null : until(last) ?? throw new FormatException($"UNTIL={last} is no day."),
            [.. Values(Take("BYDAY")).Select(Weekday)],
            [.. Values(Take("BYMONTHDAY")).Select(Integer)],
            [.. Values(Take("BYMONTH")).Select(Integer)],
            [.. Values(Take("BYSETPOS")).Select(Integer)],
            Take("WKST") is { } start ? Weekday(start).Day : DayOfWeek.Monday);
        return parts.Count == 0 ? rule : throw new FormatException($"{parts.Keys.First()} is not a part that the tray keeps.");
    }

    private static string[] Values(string? list) => list?.Split(',', StringSplitOptions.TrimEntries) ?? [];

    private static WeekdayInPeriod Weekday(string written)
    {
        var day = written.Length < 2 ? -1 : Array.IndexOf(Days, written[^2..].ToUpperInvariant());
        return day < 0
            ? throw new FormatException($"{written} is no weekday.")
            : new WeekdayInPeriod((DayOfWeek)day, written.Length == 2 ? null : Integer(written[..^2]));
    }

    private static int Integer(string written) => int.Parse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Number(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}");

    private static string? List(string name, IReadOnlyList<int> values) =>
        values.Count == 0 ? null : $"{name}={string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}";
}
