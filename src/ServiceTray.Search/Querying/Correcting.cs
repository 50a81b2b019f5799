using System.Text;
using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Finds words of the index near one that is not in it: one edit away up to seven letters, two above.</summary>
internal sealed class Correcting(Analyzer analyzer, Snapshot snapshot, int mostWords)
{
    private const int ShortWord = 7;
    private const int Kept = 3;
    private const int ShortestCorrected = 4;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The nearest words, the most used first among equals; none after the allowed number of words.</summary>
    public IReadOnlyList<string> Words(LanguageCode language, string word)
    {
        if (word.Length < ShortestCorrected || (!_asked.Contains(word) && _asked.Count == mostWords))
        {
            return [];
        }

        _asked.Add(word);
        var found = new Dictionary<string, (int Distance, int Uses)>(StringComparer.Ordinal);
        foreach (var live in snapshot.Segments)
        {
            Scan(live.Segment, language, Folded(word), found);
        }

        if (found.Count == 0)
        {
            return [.. analyzer.Suggest(language, word).Take(Kept)];
        }

        var least = found.Values.Min(each => each.Distance);
        return [.. found.Where(each => each.Value.Distance == least)
            .OrderByDescending(each => each.Value.Uses).ThenBy(each => each.Key, StringComparer.Ordinal)
            .Take(Kept).Select(each => each.Key)];
    }

    private static void Scan(Segment segment, LanguageCode language, string word, Dictionary<string, (int Distance, int Uses)> found)
    {
        var most = word.Length <= ShortWord ? 1 : 2;
        Span<char> letters = stackalloc char[256];
        foreach (var term in segment.Surfaces(language).MaybeNear(word, most))
        {
            var bytes = segment.Terms[term][2..];
            if (bytes.Length < word.Length - most || bytes.Length > (2 * word.Length) + most || bytes.Length > letters.Length)
            {
                continue;
            }

            var length = Encoding.UTF8.GetChars(bytes, letters);
            Fold(letters[..length]);
            var distance = EditDistance.Within(word, letters[..length], most);
            if (distance <= most)
            {
                var plain = Encoding.UTF8.GetString(bytes);
                found[plain] = (distance, found.GetValueOrDefault(plain).Uses + segment.Postings.Count(term));
            }
        }
    }

    private static string Folded(string word) => string.Create(word.Length, word, (into, from) =>
    {
        from.CopyTo(into);
        Fold(into);
    });

    private static void Fold(Span<char> letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = LetterGrams.Fold(letters[i]);
        }
    }
}
