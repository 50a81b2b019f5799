using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>The inverse document frequency of each term of a clause; 0 for terms that are not read.</summary>
internal static class RarityTable
{
    // Pieces that very many documents have tell least and cost most; the others tell enough.
    private const int AlwaysRead = 1_000;
    private const int ReadPerRoot = 8;
    private const int LeastRead = 2;

    /// <summary>The rarities of a clause's terms.</summary>
    public static float[] Of(Snapshot snapshot, Clause clause)
    {
        var all = snapshot.Statistics[(int)clause.Language].Documents;
        var having = Array.ConvertAll(clause.Terms, term => Having(snapshot, term));
        var most = clause.Terms.Length == 1 ? int.MaxValue : Most(having, all);
        return Array.ConvertAll(having, count => count == 0 || count > most ? 0 : MathF.Log(1 + ((all - count + 0.5f) / (count + 0.5f))));
    }

    private static int Most(int[] having, int all)
    {
        var most = Math.Max(AlwaysRead, (int)(ReadPerRoot * Math.Sqrt(all)));
        var sorted = having.Where(count => count > 0).Order().ToArray();
        return sorted.Length == 0 ? most : Math.Max(most, sorted[Math.Min(LeastRead, sorted.Length) - 1]);
    }

    private static int Having(Snapshot snapshot, byte[] term)
    {
        var having = 0;
        foreach (var live in snapshot.Segments)
        {
            var number = live.Segment.Terms.Find(term);
            having += number < 0 ? 0 : live.Segment.Postings.Count(number);
        }

        return having;
    }
}
