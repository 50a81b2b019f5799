using System.Text.RegularExpressions;

namespace ServiceTray.Import.Ptv.V12;

/// <summary>Long texts of version 12 are Markdown; residents get plain lines, list items with the star that the register's other texts use.</summary>
internal static partial class V12Markdown
{
    public static string? Plain(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var plain = Heading().Replace(text, "");
        plain = Item().Replace(plain, "${indent}* ");
        plain = Linked().Replace(plain, "${words} (${address})");
        plain = Strong().Replace(plain, "${words}");
        plain = Stressed().Replace(plain, "${before}${words}");
        return Escaped().Replace(plain, "${sign}");
    }

    [GeneratedRegex(@"^[ \t]{0,3}#{1,6}[ \t]+", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<indent>[ \t]*)[-+*][ \t]+", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"\[(?<words>[^\]\n]+)\]\((?<address>[^)\s]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Linked();

    [GeneratedRegex(@"\*\*(?<words>[^*\n]+)\*\*|__(?<words>[^_\n]+)__", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<before>^|[ (\n])(\*(?<words>[^* \n][^*\n]*)\*|_(?<words>[^_ \n][^_\n]*)_)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Stressed();

    [GeneratedRegex(@"\\(?<sign>[\\`*_{}\[\]()#+\-.!>])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}
