namespace ServiceTray.Statistics;

/// <summary>
/// Hides numbers of one to four, and with them as many others as keep the hidden ones from being worked out of the total. Nobody is
/// nobody's secret: a zero is told.
/// </summary>
internal static class SmallNumbers
{
    /// <summary>The smallest number that is told.</summary>
    public const int Least = 5;

    // What is hidden together is this much at least: then none of it can be worked out, not even by whoever knows this rule.
    private const int LeastHidden = 2 * Least;

    public static StatisticsTable Hide(StatisticsSubject subject, IReadOnlyList<(string Key, int Count)> counts)
    {
        var total = counts.Sum(part => part.Count);
        if (total is > 0 and < Least)
        {
            return new(subject, null, [.. counts.Select(part => new StatisticsCell(part.Key, null))]);
        }

        var hidden = counts.Where(part => part.Count is > 0 and < Least).Select(part => part.Key).ToHashSet();
        if (hidden.Count > 0)
        {
            // The next by its key goes too, which tells nothing; were it the smallest that is left, it could be no larger than those that are told.
            foreach (var next in counts.Where(part => part.Count >= Least).OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                if (hidden.Count > 1 && counts.Where(part => hidden.Contains(part.Key)).Sum(part => part.Count) >= LeastHidden)
                {
                    break;
                }

                hidden.Add(next.Key);
            }
        }

        return new(subject, total, [.. counts.Select(part => new StatisticsCell(part.Key, hidden.Contains(part.Key) ? null : part.Count))]);
    }

    /// <summary>A number that stands for itself.</summary>
    public static int? OrNull(int count) => count is > 0 and < Least ? null : count;
}
