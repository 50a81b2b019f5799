using System.Globalization;
using System.Text;
using ServiceTray.Languages;

namespace ServiceTray.Needs;

/// <summary>Cuts a text into words without case, accents, dots or apostrophes, since these are easily left out when typing.</summary>
internal static class NeedWords
{
    private const int ShortText = 256;

    public static IReadOnlyList<string> Of(string text)
    {
        Span<char> folded = stackalloc char[ShortText];
        return text.Length <= ShortText && TryFold(text, folded, out var length) ? Cut(folded[..length]) : Cut(Folded(text));
    }

    public static string Folded(string text) => string.Concat(
        ReadableText.Of(text).Normalize(NormalizationForm.FormKD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && letter is not ('\'' or '’' or '´' or '`')))
        .ToLowerInvariant();

    // The same for the letters of Finnish and Swedish, of which nearly every text is written.
    private static bool TryFold(string text, Span<char> folded, out int length)
    {
        length = 0;
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '\'' or '`':
                    break;
                case > '\0' and < '\x80':
                    folded[length++] = char.ToLowerInvariant(letter);
                    break;
                case 'ä' or 'å' or 'Ä' or 'Å':
                    folded[length++] = 'a';
                    break;
                case 'ö' or 'Ö':
                    folded[length++] = 'o';
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static List<string> Cut(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(text[start..i].ToString());
            }

            start = i + 1;
        }

        return words;
    }
}
