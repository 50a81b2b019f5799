using System.Globalization;
using System.Text.RegularExpressions;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Csv;

/// <summary>Opening hours as people write them in a cell, in Finnish, Swedish or English: <c>ma-to 9-15; pe 9.00-13.30</c>.</summary>
internal static partial class CsvHours
{
    // Monday first; a longer word of the same day begins with one of these.
    private static readonly string[][] Days =
    [
        ["ma", "maanantai", "må", "mån", "måndag", "mo", "mon", "monday"],
        ["ti", "tiistai", "tis", "tisdag", "tu", "tue", "tuesday"],
        ["ke", "keskiviikko", "on", "ons", "onsdag", "we", "wed", "wednesday"],
        ["to", "torstai", "tor", "tors", "torsdag", "th", "thu", "thursday"],
        ["pe", "perjantai", "fr", "fre", "fredag", "fri", "friday"],
        ["la", "lauantai", "lö", "lör", "lördag", "sa", "sat", "saturday"],
        ["su", "sunnuntai", "sö", "sön", "söndag", "sun", "sunday"],
    ];

    private static readonly string[] Daily = ["joka päivä", "päivittäin", "varje dag", "dagligen", "daily", "every day"];

    /// <summary>The hours; null: a part of them is none, which is told.</summary>
    public static IReadOnlyList<OpeningHours>? Read(string written, Action<string> wrong)
    {
        var hours = new List<OpeningHours>();
        foreach (var part in written.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Part().Match(part);
            if (!match.Success || DaysOf(match.Groups["days"].Value) is not { Count: > 0 } days || Clock(match.Groups["from"].Value) is not { } opens || Clock(match.Groups["to"].Value) is not { } closes)
            {
                wrong($"{part} are no hours as ma-pe 9-15; la 10.00-14.30");
                return null;
            }

            hours.Add(new OpeningHours(days, opens, closes, null, null, false, LocalizedText.Empty));
        }

        return hours;
    }

    /// <summary>Single days and spans of them; a span may go over the week's end.</summary>
    private static List<DayOfWeek>? DaysOf(string written)
    {
        var words = written.Trim().ToLowerInvariant();
        if (Daily.Contains(words))
        {
            words = "ma-su";
        }

        var days = new List<DayOfWeek>();
        foreach (var part in words.Replace(" ja ", ",", StringComparison.Ordinal).Replace(" och ", ",", StringComparison.Ordinal).Replace(" and ", ",", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries);
            var (first, last) = (Day(ends[0]), Day(ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return null;
            }

            for (var day = first; ; day = (day + 1) % 7)
            {
                days.Add((DayOfWeek)((day + 1) % 7));
                if (day == last)
                {
                    break;
                }
            }
        }

        return [.. days.Distinct().OrderBy(day => ((int)day + 6) % 7)];
    }

    private static int Day(string word) => Array.FindIndex(Days, names => names.Contains(word.TrimEnd('.')));

    private static TimeOnly? Clock(string written)
    {
        var parts = written.Split('.', ':');
        var (hour, minute) = (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return hour == 24 && minute == 0 ? TimeOnly.MinValue : hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"^(?<days>\p{L}[\p{L}\s.,–-]*?)\s*(?:klo|kl|kl\.)?\s*(?<from>[0-9]{1,2}(?:[.:][0-9]{2})?)\s*[-–]\s*(?<to>[0-9]{1,2}(?:[.:][0-9]{2})?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
