using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>The terms of a clause in a snapshot: how rare each is and where it stands in each segment.</summary>
/// <param name="Rarities">The inverse document frequency of each term; 0 for terms that are not read.</param>
/// <param name="Numbers">The number of each term by segment, or −1.</param>
internal readonly record struct ClauseTerms(float[] Rarities, int[][] Numbers)
{
    // Pieces that very many documents have tell least and cost most; the others tell enough.
    private const int AlwaysRead = 1_000;
    private const int ReadPerRoot = 8;
    private const int LeastRead = 2;

    /// <summary>The terms of a clause.</summary>
    public static ClauseTerms Of(Snapshot snapshot, Clause clause)
    {
        var all = snapshot.Statistics[(int)clause.Language].Documents;
        var numbers = new int[snapshot.Segments.Count][];
        var having = new int[clause.Terms.Length];
        for (var segment = 0; segment < numbers.Length; segment++)
        {
            var own = snapshot.Segments[segment].Segment;
            numbers[segment] = new int[having.Length];
            for (var term = 0; term < having.Length; term++)
            {
                var number = own.Terms.Find(clause.Terms[term]);
                numbers[segment][term] = number;
                having[term] += number < 0 ? 0 : own.Postings.Count(number);
            }
        }

        var most = having.Length == 1 ? int.MaxValue : Most(having, all);
        var rarities = new float[having.Length];
        for (var term = 0; term < having.Length; term++)
        {
            var count = having[term];
            rarities[term] = count == 0 || count > most ? 0 : MathF.Log(1 + ((all - count + 0.5f) / (count + 0.5f)));
        }

        return new ClauseTerms(rarities, numbers);
    }

    private static int Most(int[] having, int all)
    {
        var most = Math.Max(AlwaysRead, (int)(ReadPerRoot * Math.Sqrt(all)));
        if (having.AsSpan().IndexOfAnyInRange(most + 1, int.MaxValue) < 0)
        {
            return most;
        }

        var sorted = having.Where(count => count > 0).Order().ToArray();
        return Math.Max(most, sorted[Math.Min(LeastRead, sorted.Length) - 1]);
    }
}
