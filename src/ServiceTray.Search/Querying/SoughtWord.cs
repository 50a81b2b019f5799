using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>A word with those of its ways to hit that a snapshot has any terms of.</summary>
/// <param name="Word">The word, with these ways.</param>
/// <param name="Terms">For each way, where its terms stand in the snapshot.</param>
internal sealed record SoughtWord(PlannedWord Word, ClauseTerms[] Terms)
{
    /// <summary>The words with the terms of each of their clauses; clauses that the snapshot has no terms of are left out.</summary>
    public static SoughtWord[] Of(Snapshot snapshot, IReadOnlyList<PlannedWord> words)
    {
        var keys = KeysOf(words);
        var postings = new PostingRange[snapshot.Segments.Count][];
        var having = new int[keys.Length];
        for (var segment = 0; segment < postings.Length; segment++)
        {
            var own = snapshot.Segments[segment].Segment;
            postings[segment] = own.Postings.Ranges(own.Terms.Find(keys));
            for (var i = 0; i < having.Length; i++)
            {
                having[i] += postings[segment][i].Count;
            }
        }

        var (sought, first) = (new SoughtWord[words.Count], 0);
        for (var word = 0; word < sought.Length; word++)
        {
            var (clauses, terms) = (new List<Clause>(), new List<ClauseTerms>());
            foreach (var clause in words[word].Clauses)
            {
                var own = ClauseTerms.Of(clause, having.AsSpan(first, clause.Terms.Length), postings, first, snapshot.Statistics[(int)clause.Language].Documents);
                first += clause.Terms.Length;
                if (own.Rarities.Length > 0)
                {
                    clauses.Add(clause);
                    terms.Add(own);
                }
            }

            sought[word] = new SoughtWord(words[word] with { Clauses = clauses }, [.. terms]);
        }

        return sought;
    }

    private static TermKey[] KeysOf(IReadOnlyList<PlannedWord> words)
    {
        var keys = new List<TermKey>();
        foreach (var word in words)
        {
            foreach (var clause in word.Clauses)
            {
                keys.AddRange(clause.Terms);
            }
        }

        return [.. keys];
    }
}
