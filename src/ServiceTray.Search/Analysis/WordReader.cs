using System.Globalization;
using System.Text;

namespace ServiceTray.Search.Analysis;

/// <summary>Cuts a text into words: runs of letters and digits, with single hyphens between them kept.</summary>
internal static class WordReader
{
    /// <summary>Longer words are cut here; nothing that people write is longer.</summary>
    public const int LongestWord = 64;

    // What Normalize refuses beside surrogates that stand alone: a byte order mark read the wrong way round.
    private const char NoLetter = '\uFFFE';

    /// <summary>The text in composed form (NFC); lone surrogates and U+FFFE become spaces first, since they cannot be composed.</summary>
    public static string Compose(string text)
    {
        // Below the first combining mark every letter is composed already.
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0)
        {
            return text;
        }

        var whole = Composable(text);
        return whole.IsNormalized(NormalizationForm.FormC) ? whole : whole.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The words of a composed text, at most so many.</summary>
    /// <returns>Whether words were left unread.</returns>
    public static bool Read(string composed, List<Word> words, int most = int.MaxValue)
    {
        var at = 0;
        while (at < composed.Length)
        {
            if (!Take(composed, at, out var step))
            {
                at += step;
                continue;
            }

            if (words.Count == most)
            {
                return true;
            }

            var start = at;
            at = EndOfWord(composed, at + step);
            var length = Math.Min(at - start, LongestWord);
            words.Add(new Word(composed.Substring(start, length).ToLowerInvariant(), start, at - start));
        }

        return false;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length)
        {
            if (Take(text, at, out var step))
            {
                at += step;
            }
            else if (IsHyphen(text[at]) && at + 1 < text.Length && Take(text, at + 1, out step))
            {
                at += 1 + step;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsHyphen(char letter) => letter is '-' or '\u2010' or '\u2011';

    private static bool Take(string text, int at, out int step)
    {
        step = 1;
        var letter = text[at];
        if (char.IsAscii(letter))
        {
            return char.IsAsciiLetterOrDigit(letter);
        }

        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out step);
        return Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static string Composable(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains(NoLetter))
        {
            return text;
        }

        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsHighSurrogate(letters[i]) && i + 1 < letters.Length && char.IsLowSurrogate(letters[i + 1]))
            {
                i++;
            }
            else if (letters[i] == NoLetter || char.IsSurrogate(letters[i]))
            {
                letters[i] = ' ';
            }
        }

        return new string(letters);
    }
}
