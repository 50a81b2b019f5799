using System.Globalization;
using System.Text;
using ServiceTray.Languages;

namespace ServiceTray.Needs;

/// <summary>Cuts a text into words without case, accents, dots or apostrophes, since these are easily left out when typing.</summary>
internal static class NeedWords
{
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Folded(text).Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    public static string Folded(string text) => string.Concat(
        ReadableText.Of(text).Normalize(NormalizationForm.FormKD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && letter is not ('\'' or '’' or '´' or '`')))
        .ToLowerInvariant();
}
