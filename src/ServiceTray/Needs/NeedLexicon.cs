using ServiceTray.Languages;

namespace ServiceTray.Needs;

/// <summary>The needs of <c>seed-data/needs</c>, and which of them stand in a text.</summary>
internal sealed class NeedLexicon
{
    // Needs are short; what is longer is a story, and every word of it is sought as it is.
    private const int MostWords = 40;

    private readonly Dictionary<string, (NeedEntry Entry, Language Language, NeedPhrase Phrase)[]> byBeginning;

    public NeedLexicon(NeedLexiconCommon common, IReadOnlyList<NeedEntry> entries, IEnumerable<(NeedEntry Entry, Language Language, NeedPhrase Phrase)> phrases)
    {
        (Common, Entries) = (common, entries);
        byBeginning = phrases
            .SelectMany(phrase => phrase.Phrase.Beginnings.Select(beginning => (beginning, phrase)))
            .GroupBy(each => each.beginning, each => each.phrase, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Version, classes of words and sources.</summary>
    public NeedLexiconCommon Common { get; }

    public IReadOnlyList<NeedEntry> Entries { get; }

    /// <summary>The needs said in the text, in the lexicon's order; language null: said in any.</summary>
    public IReadOnlyList<NeedEntry> Find(string text, Language? language)
    {
        var words = NeedWords.Of(text);
        if (words.Count > MostWords)
        {
            return [];
        }

        HashSet<NeedEntry>? found = null;
        var beginnings = byBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words)
        {
            for (var length = NeedPhrase.ShortestStem; length <= Math.Min(word.Length, NeedPhrase.LongestBeginning); length++)
            {
                if (beginnings.TryGetValue(word.AsSpan(0, length), out var phrases))
                {
                    Gather(phrases, words, language, ref found);
                }
            }
        }

        return found is null ? [] : [.. Entries.Where(found.Contains)];
    }

    private static void Gather((NeedEntry Entry, Language Language, NeedPhrase Phrase)[] phrases, IReadOnlyList<string> words, Language? language, ref HashSet<NeedEntry>? found)
    {
        foreach (var (entry, told, phrase) in phrases)
        {
            if ((language is null || told == language) && phrase.StandsIn(words))
            {
                (found ??= []).Add(entry);
            }
        }
    }
}
