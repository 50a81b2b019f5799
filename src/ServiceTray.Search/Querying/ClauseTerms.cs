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
        TermKey[] keys = [.. words.SelectMany(word => word.Clauses).SelectMany(clause => clause.Terms)];
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

    private static ClauseTerms Of(ReadOnlySpan<int> having, int[][] numbers, int first, int all)
    {
        var most = having.Length == 1 ? int.MaxValue : Most(having, all);
        var read = new List<(float Rarity, int Term)>(having.Length);
        var sum = 0f;
        for (var term = 0; term < having.Length; term++)
        {
            if (having[term] is > 0 and var count && count <= most)
            {
                read.Add((MathF.Log(1 + ((all - count + 0.5f) / (count + 0.5f))), first + term));
                sum += read[^1].Rarity;
            }
        }

        read.Sort((a, b) => a.Rarity != b.Rarity ? b.Rarity.CompareTo(a.Rarity) : a.Term.CompareTo(b.Term));
        return new ClauseTerms(
            [.. read.Select(each => each.Rarity)],
            read.Count == 0 ? [] : Array.ConvertAll(numbers, segment => read.ConvertAll(each => segment[each.Term]).ToArray()),
            sum);
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
