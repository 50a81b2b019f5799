using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>Takes a resident's words apart so that spellings of the same name meet: small letters, no marks, no hyphens.</summary>
internal static class PlaceWords
{
    /// <summary>Longest text that is looked at.</summary>
    public const int Longest = 200;

    // Words that stand around a place's name and say nothing of which it is.
    private static readonly FrozenSet<string> Around = FrozenSet.Create(
        StringComparer.Ordinal,
        "i", "pa", "nara", "vid", "kring", "runt", "fran", "till", "stad", "kommun", "finland",
        "in", "at", "near", "around", "from", "to", "of", "the", "city", "town", "municipality",
        "lahella", "lahelta", "lahisto", "lahistolla", "seudulla", "alueella", "kaupunki", "kaupungin", "kaupungissa",
        "kunta", "kunnan", "kunnassa", "suomi", "suomessa", "fi");

    /// <summary>Whether the text can be read at all: text, not too long, with no control character but tabs and ends of lines.</summary>
    public static bool AreReadable(string words) =>
        words.Length <= Longest
        && ReadableText.Is(words)
        && !words.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r'));

    /// <summary>The words one by one, those that stand around a name left out unless there are no others.</summary>
    public static IReadOnlyList<PlaceWord> Split(string words)
    {
        var found = new List<PlaceWord>();
        var word = new StringBuilder();
        foreach (var letter in words.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not (':' or '\'' or '’' or '.'))
            {
                // S:t Karins and Juu'assa stay whole; all else parts words, a hyphen too.
                Take();
            }
        }

        Take();
        var telling = found.FindAll(one => !Around.Contains(one.Key));
        return telling.Count > 0 ? telling : found;

        void Take()
        {
            if (word.Length > 0)
            {
                found.Add(new PlaceWord(word.ToString()));
                word.Clear();
            }
        }
    }

    /// <summary>One key for a whole name, spaces and hyphens gone: <c>Pohjois-Savo</c> is <c>pohjoissavo</c>.</summary>
    public static string Key(string name) => string.Concat(Split(name).Select(word => word.Key));

    /// <summary>A word without its marks: <c>jämsä</c> is <c>jamsa</c>.</summary>
    public static string WithoutMarks(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }
}

/// <summary>A word in small letters, as it was written and as it is looked up.</summary>
internal sealed record PlaceWord(string Written)
{
    /// <summary>The word without its marks; <c>sankt</c> is <c>st</c>.</summary>
    public string Key { get; } = Written == "sankt" ? "st" : PlaceWords.WithoutMarks(Written);

    /// <summary>Whether it could be a postal code.</summary>
    public bool IsPostalCode => Key.Length == 5 && Key.All(char.IsAsciiDigit);
}
