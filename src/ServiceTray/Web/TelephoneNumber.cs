namespace ServiceTray.Web;

/// <summary>Reads what a telephone can call out of a number as people write it.</summary>
internal static class TelephoneNumber
{
    private const int Shortest = 3;
    private const int Longest = 15;

    /// <summary>The digits with their leading plus (RFC 3966), as <c>+358172821282</c>; null: no number.</summary>
    public static string? Read(string written)
    {
        var text = written.Trim().Replace("(0)", "", StringComparison.Ordinal);
        var plus = text.StartsWith('+');
        var rest = plus ? text[1..] : text;
        if (rest.Any(letter => !char.IsAsciiDigit(letter) && !IsBetween(letter)))
        {
            return null;
        }

        var digits = string.Concat(rest.Where(char.IsAsciiDigit));
        return digits.Length is >= Shortest and <= Longest ? $"{(plus ? "+" : "")}{digits}" : null;
    }

    private static bool IsBetween(char letter) => letter is ' ' or '\u00A0' or '-' or '–' or '(' or ')' or '.';
}
