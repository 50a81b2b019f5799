using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>Those terms of a clause that are read in a snapshot, the rarest first: how rare each is and where it stands in each segment.</summary>
/// <param name="Rarities">The inverse document frequency of each, more than 0.</param>
/// <param name="Numbers">Their numbers by segment, −1 in one that has not the term.</param>
/// <param name="Rarity">All rarities together.</param>
internal readonly record struct ClauseTerms(float[] Rarities, int[][] Numbers, float Rarity)
{
    // Pieces that very many documents have tell least and cost most; the others tell enough.
    private const int AlwaysRead = 1_000;
    private const int ReadPerRoot = 8;
    private const int LeastRead = 2;

    /// <summary>The words with the terms of each of their clauses; clauses that the snapshot has no terms of are left out.</summary>
    public static SoughtWord[] Of(Snapshot snapshot, IReadOnlyList<PlannedWord> words)
    {
        var keys = KeysOf(words);
        var numbers = new int[snapshot.Segments.Count][];
        var having = new int[keys.Length];
        for (var segment = 0; segment < numbers.Length; segment++)
        {
            var own = snapshot.Segments[segment].Segment;
            numbers[segment] = own.Terms.Find(keys);
            own.Postings.AddCounts(numbers[segment], having);
        }

        var (sought, first) = (new SoughtWord[words.Count], 0);
        for (var word = 0; word < sought.Length; word++)
        {
            var (clauses, terms) = (new List<Clause>(), new List<ClauseTerms>());
            foreach (var clause in words[word].Clauses)
            {
                var own = Of(having.AsSpan(first, clause.Terms.Length), numbers, first, snapshot.Statistics[(int)clause.Language].Documents);
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

    private static ClauseTerms Of(ReadOnlySpan<int> having, int[][] numbers, int first, int all)
    {
        var most = having.Length == 1 ? int.MaxValue : Most(having, all);
        var read = 0;
        foreach (var count in having)
        {
            read += count > 0 && count <= most ? 1 : 0;
        }

        if (read == 0)
        {
            return new ClauseTerms([], [], 0);
        }

        var (rarities, terms, sum) = (new float[read], new int[read], 0f);
        for (var (term, at) = (0, 0); term < having.Length; term++)
        {
            if (having[term] is > 0 and var count && count <= most)
            {
                rarities[at] = MathF.Log(1 + ((all - count + 0.5f) / (count + 0.5f)));
                sum += rarities[at];
                terms[at++] = first + term;
            }
        }

        Array.Sort(rarities, terms);
        Array.Reverse(rarities);
        Array.Reverse(terms);
        var own = new int[numbers.Length][];
        for (var segment = 0; segment < own.Length; segment++)
        {
            own[segment] = new int[read];
            for (var i = 0; i < read; i++)
            {
                own[segment][i] = numbers[segment][terms[i]];
            }
        }

        return new ClauseTerms(rarities, own, sum);
    }

    private static int Most(ReadOnlySpan<int> having, int all)
    {
        var most = Math.Max(AlwaysRead, (int)(ReadPerRoot * Math.Sqrt(all)));
        if (having.IndexOfAnyInRange(most + 1, int.MaxValue) < 0)
        {
            return most;
        }

        int[] sorted = [.. having];
        Array.Sort(sorted);
        var told = sorted.AsSpan(sorted.AsSpan().IndexOfAnyExcept(0));
        return Math.Max(most, told[Math.Min(LeastRead, told.Length) - 1]);
    }
}
