using System.Runtime.InteropServices;
using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Indexing;

/// <summary>Counts the terms of documents, one document after another.</summary>
internal sealed class TermCounter(Analyzer analyzer)
{
    // What each of a word's readings adds every time the word stands in a text. Where a reading meets a reading, query and
    // document each bring the root of its weight, so that part meets part at the weight of a part, not at its square.
    private readonly Dictionary<string, (int Term, float Weight)[]>[] _known =
        [.. Languages.All.Select(_ => new Dictionary<string, (int, float)[]>(StringComparer.Ordinal))];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<float> _now = [];
    private readonly List<int> _touched = [];
    private readonly List<int> _ends = [0];
    private readonly List<int> _allTerms = [];
    private readonly List<ushort> _allFrequencies = [];

    /// <summary>The terms by number, in the order they were met.</summary>
    public IReadOnlyList<string> Terms => _terms;

    /// <summary>Counts a word of the document at hand.</summary>
    public void Count(LanguageCode language, string word, float weight)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known[(int)language], word, out var exists);
        if (!exists)
        {
            known = Resolve(analyzer.Read(language, word));
        }

        var now = CollectionsMarshal.AsSpan(_now);
        foreach (var (term, certainty) in known!)
        {
            if (now[term] == 0)
            {
                _touched.Add(term);
            }

            now[term] += certainty * weight;
        }
    }

    /// <summary>Ends the document at hand.</summary>
    public void EndDocument()
    {
        foreach (var term in _touched)
        {
            _allTerms.Add(term);
            _allFrequencies.Add(PostingLists.Pack(_now[term]));
            _now[term] = 0;
        }

        _touched.Clear();
        _ends.Add(_allTerms.Count);
    }

    /// <summary>The postings with documents and terms renumbered.</summary>
    /// <param name="documentOrder">Old numbers of documents in their new order.</param>
    /// <param name="termOrder">Old numbers of terms in their new order.</param>
    public PostingLists Postings(int[] documentOrder, int[] termOrder)
    {
        var newTerm = new int[termOrder.Length];
        for (var i = 0; i < termOrder.Length; i++)
        {
            newTerm[termOrder[i]] = i;
        }

        var offsets = new int[termOrder.Length + 1];
        foreach (var document in documentOrder)
        {
            for (var at = _ends[document]; at < _ends[document + 1]; at++)
            {
                offsets[newTerm[_allTerms[at]] + 1]++;
            }
        }

        for (var i = 0; i < termOrder.Length; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        var next = offsets.ToArray();
        var documents = new int[offsets[^1]];
        var frequencies = new ushort[offsets[^1]];
        for (var document = 0; document < documentOrder.Length; document++)
        {
            for (var at = _ends[documentOrder[document]]; at < _ends[documentOrder[document] + 1]; at++)
            {
                var slot = next[newTerm[_allTerms[at]]]++;
                documents[slot] = document;
                frequencies[slot] = _allFrequencies[at];
            }
        }

        return PostingLists.Of(offsets, documents, frequencies);
    }

    private (int, float)[] Resolve(WordReadings readings) =>
        [
            .. readings.Terms.Select(reading => (Number(reading.Text), MathF.Sqrt(reading.Weight))),
            .. readings.Grams.Select(gram => (Number(gram), 1f)),
            (Number(readings.Surface), 1f),
        ];

    private int Number(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var exists);
        if (!exists)
        {
            number = _terms.Count;
            _terms.Add(term);
            _now.Add(0);
        }

        return number;
    }
}
