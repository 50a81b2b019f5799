namespace ServiceTray.Statistics;

/// <summary>
/// Hides numbers of one to four, and with them as many others, drawn by lot, as keep the hidden ones from being worked out of the total.
/// Nobody is nobody's secret: a zero is told, but where the hidden ones could not be anything else.
/// </summary>
internal static class SmallNumbers
{
    /// <summary>The smallest number that is told.</summary>
    public const int Least = 5;

    /// <param name="subject">What is counted.</param>
    /// <param name="counts">The parts.</param>
    /// <param name="shuffle">The lot: whoever knows how it fell knows more than she may, so it is drawn and forgotten.</param>
    public static StatisticsTable Hide(StatisticsSubject subject, IReadOnlyList<(string Key, int Count)> counts, Action<Span<string>> shuffle)
    {
        var total = counts.Sum(part => part.Count);
        if (total is > 0 and < Least)
        {
            return new(subject, null, [.. counts.Select(part => new StatisticsCell(part.Key, null))]);
        }

        var byKey = counts.ToDictionary(part => part.Key, part => part.Count);
        var hidden = counts.Where(part => part.Count is > 0 and < Least).Select(part => part.Key).ToHashSet();
        if (hidden.Count > 0)
        {
            string[] others = [.. counts.Where(part => part.Count >= Least).Select(part => part.Key)];
            shuffle(others);
            foreach (var next in others.TakeWhile(_ => !IsVague(hidden.Count, hidden.Sum(key => byKey[key]))))
            {
                hidden.Add(next);
            }

            if (!IsVague(hidden.Count, hidden.Sum(key => byKey[key])))
            {
                // Each would be known to be one, or nearly: zeros are hidden as well, so that any of them could be one.
                hidden.UnionWith(byKey.Keys);
            }
        }

        return new(subject, total, [.. counts.Select(part => new StatisticsCell(part.Key, hidden.Contains(part.Key) ? null : part.Count))]);
    }

    /// <summary>A number that stands for itself.</summary>
    public static int? OrNull(int count) => count is > 0 and < Least ? null : count;

    // Each is one at least; what lies above that could be any one's.
    private static bool IsVague(int parts, int sum) => parts > 1 && sum - parts >= Least;
}
