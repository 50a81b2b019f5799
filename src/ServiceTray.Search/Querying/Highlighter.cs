using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Querying;

/// <summary>Finds the words of a text that a query's words hit, by the same readings that the search goes by.</summary>
internal sealed class Highlighter(Analyzer analyzer)
{
    // A word of a text is marked by its pieces alone when it has half of a query word's.
    private const double LeastShare = 0.5;

    /// <summary>The words that are hit.</summary>
    public HighlightedText Highlight(string text, LanguageCode language, IReadOnlyList<string> queryWords)
    {
        var composed = WordReader.Compose(text);
        var asked = queryWords.Where(word => !analyzer.IsStopWord(language, word)).Select(word => analyzer.Read(language, word)).ToList();
        if (asked.Count == 0)
        {
            return new HighlightedText(composed, []);
        }

        var words = new List<Word>();
        WordReader.Read(composed, words);
        return new HighlightedText(
            composed,
            [.. words.Where(word => asked.Exists(each => Hits(each, analyzer.Read(language, word.Text)))).Select(word => new TextSpan(word.Start, word.Length))]);
    }

    private static bool Hits(WordReadings asked, WordReadings word)
    {
        if (asked.Terms.Any(reading => word.Terms.Any(other => other.Text == reading.Text)))
        {
            return true;
        }

        return asked.Grams.Length > 0 && asked.Grams.Count(word.Grams.Contains) >= LeastShare * asked.Grams.Length;
    }
}
