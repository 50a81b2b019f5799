using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceTray.Referrals;

/// <summary>Finds Finnish personal identity codes (henkilötunnus) in running text.</summary>
internal static partial class IdentityCode
{
    private const string CheckLetters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    /// <summary>Whether the text holds one: with its sign between, or run together when its check letter is right.</summary>
    public static bool IsIn(string text) =>
        WithSign().Matches(text).Any(match => IsDay(match.Groups["day"].Value))
        || RunTogether().Matches(text).Any(match => IsDay(match.Groups["day"].Value) && IsRight(match.Groups["day"].Value, match.Groups["number"].Value, match.Groups["check"].Value));

    private static bool IsDay(string digits) =>
        int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) is >= 1 and <= 31 && int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture) is >= 1 and <= 12;

    private static bool IsRight(string day, string number, string check) =>
        CheckLetters[(int)(long.Parse(day + number, CultureInfo.InvariantCulture) % CheckLetters.Length)] == char.ToUpperInvariant(check[0]);

    [GeneratedRegex("(?<![0-9])(?<day>[0-9]{6}) ?[-+A-FU-Ya-fu-y] ?[0-9]{3} ?[0-9A-Ya-y](?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithSign();

    [GeneratedRegex(@"(?<![0-9])(?<day>[0-9]{6}) ?(?<number>[0-9]{3}) ?(?<check>[A-Ya-y])(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunTogether();
}
