using System.Text;
using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Completes the last word of what is being typed with words that living documents have, the most used first.</summary>
internal sealed class Completer(Snapshot snapshot)
{
    // So many more are looked at than are asked for, since some may only stand in removed documents.
    private const int Spare = 4;

    /// <summary>The completions; none for a text without a word at its end.</summary>
    public IReadOnlyList<Completion> Complete(string text, LanguageCode[] languages, int first)
    {
        var composed = WordReader.Compose(text);
        var words = new List<Word>();
        WordReader.Read(composed, words);
        if (first <= 0 || words.Count == 0 || words[^1].Start + words[^1].Length != composed.Length)
        {
            return [];
        }

        var before = composed[..words[^1].Start].ToLowerInvariant();
        return [.. languages.SelectMany(language => Words(language, words[^1].Text, first))
            .GroupBy(word => word.Text, StringComparer.Ordinal)
            .Select(same => new Completion(before + same.Key, same.Max(word => word.Count)))
            .OrderByDescending(each => each.Count).ThenBy(each => each.Text, StringComparer.Ordinal)
            .Take(first)];
    }

    private IEnumerable<Completion> Words(LanguageCode language, string beginning, int first)
    {
        var prefix = Encoding.UTF8.GetBytes(TermKind.Term(language, TermKind.Surface, beginning));
        return snapshot.Segments
            .SelectMany(live => MostUsed(live.Segment, prefix, first * Spare))
            .ToHashSet(StringComparer.Ordinal)
            .Select(term => new Completion(term[2..], snapshot.CountLiving(TermKey.Of(term))))
            .Where(completion => completion.Count > 0);
    }

    private static IEnumerable<string> MostUsed(Segment segment, byte[] prefix, int most)
    {
        var kept = new PriorityQueue<int, int>();
        for (var term = segment.Terms.FirstFrom(prefix); term < segment.Terms.Count && segment.Terms[term].StartsWith(prefix); term++)
        {
            var uses = segment.Postings.Count(term);
            if (kept.Count < most)
            {
                kept.Enqueue(term, uses);
            }
            else
            {
                kept.EnqueueDequeue(term, uses);
            }
        }

        return kept.UnorderedItems.Select(item => segment.Terms.Text(item.Element));
    }
}
