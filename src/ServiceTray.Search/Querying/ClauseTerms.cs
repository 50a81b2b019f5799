using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>The terms of a clause in a snapshot: how rare each is and where it stands in each segment.</summary>
/// <param name="Rarities">The inverse document frequency of each term; 0 for terms that are not read.</param>
/// <param name="Numbers">The numbers of all terms of the plan by segment, −1 for those that it has not.</param>
/// <param name="First">Where among them those of the clause begin.</param>
internal readonly record struct ClauseTerms(float[] Rarities, int[][] Numbers, int First)
{
    // Pieces that very many documents have tell least and cost most; the others tell enough.
    private const int AlwaysRead = 1_000;
    private const int ReadPerRoot = 8;
    private const int LeastRead = 2;

    /// <summary>The clause's terms in a segment.</summary>
    public ReadOnlySpan<int> In(int segment) => Numbers[segment].AsSpan(First, Rarities.Length);

    /// <summary>The terms of each clause of each word of a plan.</summary>
    public static ClauseTerms[][] Of(Snapshot snapshot, TextPlan plan)
    {
        TermKey[] keys = [.. plan.Words.SelectMany(word => word.Clauses).SelectMany(clause => clause.Terms)];
        var numbers = new int[snapshot.Segments.Count][];
        var having = new int[keys.Length];
        for (var segment = 0; segment < numbers.Length; segment++)
        {
            var own = snapshot.Segments[segment].Segment;
            numbers[segment] = own.Terms.Find(keys);
            own.Postings.AddCounts(numbers[segment], having);
        }

        var (terms, first) = (new ClauseTerms[plan.Words.Count][], 0);
        for (var word = 0; word < terms.Length; word++)
        {
            var clauses = plan.Words[word].Clauses;
            terms[word] = new ClauseTerms[clauses.Count];
            for (var i = 0; i < clauses.Count; i++)
            {
                var own = having.AsSpan(first, clauses[i].Terms.Length);
                terms[word][i] = new ClauseTerms(RaritiesOf(own, snapshot.Statistics[(int)clauses[i].Language].Documents), numbers, first);
                first += own.Length;
            }
        }

        return terms;
    }

    private static float[] RaritiesOf(ReadOnlySpan<int> having, int all)
    {
        var most = having.Length == 1 ? int.MaxValue : Most(having, all);
        var rarities = new float[having.Length];
        for (var term = 0; term < having.Length; term++)
        {
            var count = having[term];
            rarities[term] = count == 0 || count > most ? 0 : MathF.Log(1 + ((all - count + 0.5f) / (count + 0.5f)));
        }

        return rarities;
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
