namespace ServiceTray.Search.Tests.Relevance;

/// <summary>How good the first ten hits are.</summary>
/// <param name="Ndcg">Normalised discounted cumulative gain, gain 2^grade − 1, discount log₂(rank + 1) (K. Järvelin, J. Kekäläinen 2002; C. Burges 2005).</param>
/// <param name="Recall">The share of the answering documents that is there.</param>
internal readonly record struct Measure(double Ndcg, double Recall)
{
    /// <summary>How many hits count.</summary>
    public const int Depth = 10;

    /// <summary>Of one answer.</summary>
    public static Measure Of(IReadOnlyList<string> hits, IReadOnlyDictionary<string, int> grades)
    {
        var first = hits.Take(Depth).ToList();
        var gain = Gain(first.Select(hit => grades.GetValueOrDefault(hit)));
        var best = Gain(grades.Values.OrderDescending().Take(Depth));
        return new Measure(best == 0 ? 0 : gain / best, grades.Count == 0 ? 0 : (double)first.Count(grades.ContainsKey) / grades.Count);
    }

    /// <summary>The mean of several.</summary>
    public static Measure Mean(IReadOnlyCollection<Measure> all) => new(all.Average(each => each.Ndcg), all.Average(each => each.Recall));

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, rank) => (Math.Pow(2, grade) - 1) / Math.Log2(rank + 2)).Sum();
}
