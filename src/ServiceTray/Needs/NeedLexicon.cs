using ServiceTray.Languages;

namespace ServiceTray.Needs;

/// <summary>The needs of <c>seed-data/needs</c>, and which of them stand in a text.</summary>
internal sealed class NeedLexicon
{
    // Needs are short; what is longer is a story, and every word of it is sought as it is.
    private const int MostWords = 40;

    private readonly ILookup<string, (NeedEntry Entry, Language Language, NeedPhrase Phrase)> byBeginning;

    public NeedLexicon(NeedLexiconCommon common, IReadOnlyList<NeedEntry> entries, IEnumerable<(NeedEntry Entry, Language Language, NeedPhrase Phrase)> phrases)
    {
        (Common, Entries) = (common, entries);
        byBeginning = phrases
            .SelectMany(phrase => phrase.Phrase.Beginnings.Select(beginning => (beginning, phrase)))
            .ToLookup(each => each.beginning, each => each.phrase, StringComparer.Ordinal);
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

        var found = words.Where(word => word.Length >= 2)
            .Select(word => word[..2]).Distinct(StringComparer.Ordinal)
            .SelectMany(beginning => byBeginning[beginning])
            .Where(each => (language is null || each.Language == language) && each.Phrase.StandsIn(words))
            .Select(each => each.Entry)
            .ToHashSet();
        return found.Count == 0 ? [] : [.. Entries.Where(found.Contains)];
    }
}
