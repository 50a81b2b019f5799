using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Querying;

/// <summary>Finds the words of a text that a query's words hit, by the same readings that the search goes by.</summary>
internal sealed class Highlighter(Analyzer analyzer)
{
    // A word of a text is marked by its pieces alone when it has half of a query word's, and two: one stands in many words that mean something else.
    private const double LeastShare = 0.5;
    private const int LeastPieces = 2;

    /// <summary>The words that are hit.</summary>
    public HighlightedText Highlight(string text, LanguageCode language, IReadOnlyList<string> queryWords)
    {
        var composed = WordReader.Compose(text);
        var asked = queryWords.Select(word => analyzer.Read(language, word)).Where(word => !word.SaysNothing).ToList();
        if (asked.Count == 0)
        {
            return new HighlightedText(composed, []);
        }

        var words = new List<Word>();
        WordReader.Read(composed, words);
        var read = words.ConvertAll(word => analyzer.Read(language, word.Text));
        var hit = new bool[words.Count];
        foreach (var each in asked)
        {
            // Pieces tell only what readings do not: a text that has the word itself is not marked where it is merely like it.
            if (!Mark(hit, read, word => IsRead(each, word)))
            {
                Mark(hit, read, word => HasPieces(each, word));
            }
        }

        return new HighlightedText(composed, [.. words.Where((_, at) => hit[at]).Select(word => new TextSpan(word.Start, word.Length))]);
    }

    private static bool Mark(bool[] hit, List<WordReadings> words, Func<WordReadings, bool> hits)
    {
        var any = false;
        for (var at = 0; at < hit.Length; at++)
        {
            if (hits(words[at]))
            {
                any = hit[at] = true;
            }
        }

        return any;
    }

    private static bool IsRead(WordReadings asked, WordReadings word) => asked.Terms.Any(reading => word.Terms.Any(other => other.Text == reading.Text));

    private static bool HasPieces(WordReadings asked, WordReadings word) =>
        asked.Grams.Count(word.Grams.Contains) >= Math.Max(LeastPieces, LeastShare * asked.Grams.Length);
}
