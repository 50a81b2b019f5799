using System.Buffers;
using System.Globalization;
using System.Text;
using ServiceTray.Languages;

namespace ServiceTray.Needs;

/// <summary>Cuts a text into words without case, accents, dots or apostrophes, since these are easily left out when typing.</summary>
internal static class NeedWords
{
    // Letters of the land's languages and what stands between them, none of which is left out; most texts have no others.
    private static readonly SearchValues<char> Simple = SearchValues.Create("abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789 .,:;!?-/()");

    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var folded = Folded(text);
        for (var (at, start) = (0, 0); at <= folded.Length; at++)
        {
            if (at == folded.Length || !char.IsLetterOrDigit(folded[at]))
            {
                if (at > start)
                {
                    words.Add(folded[start..at]);
                }

                start = at + 1;
            }
        }

        return words;
    }

    public static string Folded(string text) => text.AsSpan().ContainsAnyExcept(Simple) ? FoldedByUnicode(text) : string.Create(text.Length, text, (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = from[i] switch { 'å' or 'ä' or 'Å' or 'Ä' => 'a', 'ö' or 'Ö' => 'o', var letter => char.ToLowerInvariant(letter) };
        }
    });

    /// <summary>The same of any text, by Unicode's decompositions.</summary>
    public static string FoldedByUnicode(string text) => string.Concat(
        ReadableText.Of(text).Normalize(NormalizationForm.FormKD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && letter is not ('\'' or '’' or '´' or '`')))
        .ToLowerInvariant();
}
