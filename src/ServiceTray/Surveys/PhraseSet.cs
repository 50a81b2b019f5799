using System.Globalization;
using System.Text;
using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>
/// Phrases to be found in text. A phrase is words in order with at most <see cref="Gap"/> others between two of them; a star stands for
/// any ending, bars part the ways a word may be told; case, accents, dots, apostrophes and letters drawn out do not count. A negation changes nothing: better one too many.
/// </summary>
internal sealed class PhraseSet
{
    public const int Gap = 3;

    private readonly ILookup<char, PhraseWord[]> byFirstLetter;

    public PhraseSet(IEnumerable<string> phrases) =>
        byFirstLetter = phrases
            .Select(phrase => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PhraseWord.Of).ToArray())
            .Where(words => words.Length > 0)
            .SelectMany(words => words[0].FirstLetters.Select(letter => (letter, words)))
            .ToLookup(phrase => phrase.letter, phrase => phrase.words);

    /// <summary>Whether any phrase stands in the text.</summary>
    public bool StandIn(string text)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var phrase in byFirstLetter[words[i][0][0]])
            {
                if (words[i].Any(phrase[0].Is) && Follows(phrase, words, i))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Each next word is sought in the window after the one before; every way is tried, for the nearest need not be the one that goes on.
    private static bool Follows(PhraseWord[] phrase, List<IReadOnlyList<string>> words, int start)
    {
        var ends = new List<int> { start };
        foreach (var word in phrase.Skip(1))
        {
            ends = [.. ends.SelectMany(end => Enumerable.Range(end + 1, Gap + 1)).Distinct().Where(at => at < words.Count && words[at].Any(word.Is))];
        }

        return ends.Count > 0;
    }

    // Each word in every way it may be read, all of them with the same first letter.
    private static List<IReadOnlyList<string>> Words(string text)
    {
        var words = new List<IReadOnlyList<string>>();
        var word = new StringBuilder();
        foreach (var letter in Folded(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0 && !IsInside(letter))
            {
                words.Add(DrawnOut.Readings(word.ToString()));
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(DrawnOut.Readings(word.ToString()));
        }

        return words;
    }

    /// <summary>Lower case without accents and dots; what cannot be read as text is passed over, never thrown at.</summary>
    internal static string Folded(string text) =>
        string.Concat(ReadableText.Of(text).Normalize(NormalizationForm.FormKD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            .ToLowerInvariant();

    private static bool IsInside(char letter) => letter is '\'' or '’' or '´' or '`' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
}
