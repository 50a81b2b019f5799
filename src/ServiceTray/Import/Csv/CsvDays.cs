namespace ServiceTray.Import.Csv;

/// <summary>Weekdays as people write them in a cell, in Finnish, Swedish or English: <c>ma-to, la</c>.</summary>
internal static class CsvDays
{
    // Monday first; a longer word of the same day begins with one of these.
    private static readonly string[][] Days =
    [
        ["ma", "maanantai", "maanantaisin", "må", "mån", "måndag", "måndagar", "mo", "mon", "monday", "mondays"],
        ["ti", "tiistai", "tiistaisin", "tis", "tisdag", "tisdagar", "tu", "tue", "tuesday", "tuesdays"],
        ["ke", "keskiviikko", "keskiviikkoisin", "on", "ons", "onsdag", "onsdagar", "we", "wed", "wednesday", "wednesdays"],
        ["to", "torstai", "torstaisin", "tor", "tors", "torsdag", "torsdagar", "th", "thu", "thursday", "thursdays"],
        ["pe", "perjantai", "perjantaisin", "fr", "fre", "fredag", "fredagar", "fri", "friday", "fridays"],
        ["la", "lauantai", "lauantaisin", "lö", "lör", "lördag", "lördagar", "sa", "sat", "saturday", "saturdays"],
        ["su", "sunnuntai", "sunnuntaisin", "sö", "sön", "söndag", "söndagar", "sun", "sunday", "sundays"],
    ];

    private static readonly string[] Daily = ["joka päivä", "päivittäin", "varje dag", "dagligen", "daily", "every day"];

    /// <summary>Single days and spans of them, Monday first; a span may go over the week's end; null: a word is no day.</summary>
    public static IReadOnlyList<DayOfWeek>? Read(string written)
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
}
