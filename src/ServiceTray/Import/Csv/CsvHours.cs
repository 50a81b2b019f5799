using System.Globalization;
using System.Text.RegularExpressions;
using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Csv;

/// <summary>Opening hours as people write them in a cell, in Finnish, Swedish or English: <c>ma-to 9-15; pe 9.00-13.30</c>.</summary>
internal static partial class CsvHours
{
    /// <summary>The hours; null: a part of them is none, which is told.</summary>
    public static IReadOnlyList<OpeningHours>? Read(string written, Action<string> wrong)
    {
        var hours = new List<OpeningHours>();
        foreach (var part in written.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Part().Match(part);
            if (!match.Success || CsvDays.Read(match.Groups["days"].Value) is not { Count: > 0 } days || Clock(match.Groups["from"].Value) is not { } opens || Clock(match.Groups["to"].Value) is not { } closes)
            {
                wrong($"{part} are no hours as ma-pe 9-15; la 10.00-14.30");
                return null;
            }

            hours.Add(new OpeningHours(days, opens, closes, null, null, false, LocalizedText.Empty));
        }

        return hours;
    }

    private static TimeOnly? Clock(string written)
    {
        var parts = written.Split('.', ':');
        var (hour, minute) = (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return hour == 24 && minute == 0 ? TimeOnly.MinValue : hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"^(?<days>\p{L}[\p{L}\s.,–-]*?)\s*(?:klo|kl|kl\.)?\s*(?<from>[0-9]{1,2}(?:[.:][0-9]{2})?)\s*[-–]\s*(?<to>[0-9]{1,2}(?:[.:][0-9]{2})?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
