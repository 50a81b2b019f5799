namespace ServiceTray.Statistics;

/// <summary>
/// Hides numbers of one to four, and with them as many others, drawn by lot, as keep the hidden ones from being worked out of the total.
/// Nobody is nobody's secret: a zero is told, but where the hidden ones could not be anything else.
/// </summary>
internal static class SmallNumbers
{
    /// <summary>The smallest number that is told.</summary>
    public const int Least = 5;

    /// <summary>Where each that is counted is a person of her own.</summary>
    public static StatisticsTable Hide(StatisticsSubject subject, IReadOnlyList<(string Key, int Count)> counts, Action<Span<string>> shuffle) =>
        Hide(subject, [.. counts.Select(part => new CountedPart(part.Key, part.Count, [], part.Count))], shuffle);

    /// <param name="subject">What is counted.</param>
    /// <param name="parts">The parts, each with the people whom it counts: five referrals of one person tell of her alone.</param>
    /// <param name="shuffle">The lot: whoever knows how it fell knows more than she may, so it is drawn and forgotten.</param>
    public static StatisticsTable Hide(StatisticsSubject subject, IReadOnlyList<CountedPart> parts, Action<Span<string>> shuffle)
    {
        var total = parts.Sum(part => part.Count);
        if (IsFew(parts))
        {
            return new(subject, null, [.. parts.Select(part => new StatisticsCell(part.Key, null))]);
        }

        var byKey = parts.ToDictionary(part => part.Key);
        var hidden = parts.Where(part => IsFew([part])).Select(part => part.Key).ToHashSet();
        if (hidden.Count > 0)
        {
            string[] others = [.. parts.Where(part => part.Count > 0 && !hidden.Contains(part.Key)).Select(part => part.Key)];
            shuffle(others);
            foreach (var next in others.TakeWhile(_ => !IsVague()))
            {
                hidden.Add(next);
            }

            if (!IsVague())
            {
                // Each would be known to be one, or nearly: zeros are hidden as well, so that any of them could be one.
                hidden.UnionWith(byKey.Keys);
            }
        }

        return new(subject, total, [.. parts.Select(part => new StatisticsCell(part.Key, hidden.Contains(part.Key) ? null : part.Count))]);

        // Each is one at least; what lies above that could be any one's. What they come to together is known, and is of few people neither.
        bool IsVague()
        {
            var these = hidden.Select(key => byKey[key]).ToList();
            return these.Count > 1 && these.Sum(part => part.Count) - these.Count >= Least && !IsFew(these);
        }
    }

    /// <summary>A number that stands for itself.</summary>
    public static int? OrNull(int count) => count is > 0 and < Least ? null : count;

    private static bool IsFew(IReadOnlyList<CountedPart> parts) =>
        parts.SelectMany(part => part.People).Distinct().Count() + parts.Sum(part => part.Unknown) is > 0 and < Least;
}

/// <summary>A part of a table before it is told: how many, of which people, and of how many of whom nothing is known, so that each counts for herself.</summary>
internal sealed record CountedPart(string Key, int Count, IReadOnlyList<string> People, int Unknown);
