using System.Globalization;
using System.Text;

namespace ServiceTray.Surveys;

/// <summary>
/// Phrases to be found in text. A phrase is words in order with at most <see cref="Gap"/> others between two of them; a star stands for
/// any ending; case, accents, dots and apostrophes do not count. A negation changes nothing: better one too many.
/// </summary>
internal sealed class PhraseSet
{
    public const int Gap = 3;

    private readonly ILookup<char, PhraseWord[]> byFirstLetter;

    public PhraseSet(IEnumerable<string> phrases) =>
        byFirstLetter = phrases
            .Select(phrase => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PhraseWord.Of).ToArray())
            .Where(words => words.Length > 0)
            .ToLookup(words => words[0].Stem[0]);

    /// <summary>Whether any phrase stands in the text.</summary>
    public bool StandIn(string text)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var phrase in byFirstLetter[words[i][0]])
            {
                if (phrase[0].Is(words[i]) && Follows(phrase, words, i))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Each next word is sought in the window after the one before; every way is tried, for the nearest need not be the one that goes on.
    private static bool Follows(PhraseWord[] phrase, List<string> words, int start)
    {
        var ends = new List<int> { start };
        foreach (var word in phrase.Skip(1))
        {
            ends = [.. ends.SelectMany(end => Enumerable.Range(end + 1, Gap + 1)).Distinct().Where(at => at < words.Count && word.Is(words[at]))];
        }

        return ends.Count > 0;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Folded(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (word.Length > 0 && !IsInside(letter))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>Lower case without accents and dots; what cannot be read as text is passed over, never thrown at.</summary>
    internal static string Folded(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // U+FFFE is no letter, and what cannot be composed is refused.
            readable.Append(rune.Value == 0xFFFE ? "" : rune.ToString());
        }

        return string.Concat(readable.ToString().Normalize(NormalizationForm.FormKD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            .ToLowerInvariant();
    }

    private static bool IsInside(char letter) => letter is '\'' or '’' or '´' or '`' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
}

/// <summary>A word of a phrase: as it stands, or with any ending.</summary>
internal readonly record struct PhraseWord(string Stem, bool AnyEnding)
{
    public static PhraseWord Of(string written)
    {
        var stem = PhraseSet.Folded(written.TrimEnd('*'));
        return stem.Length > 0 ? new PhraseWord(stem, written.EndsWith('*')) : throw new ArgumentException("A star alone would be any word.", nameof(written));
    }

    public bool Is(string word) => AnyEnding ? word.StartsWith(Stem, StringComparison.Ordinal) : word == Stem;
}
