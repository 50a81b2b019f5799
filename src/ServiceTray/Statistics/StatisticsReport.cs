namespace ServiceTray.Statistics;

/// <summary>What is told of a quarter in a county: counted once, and the same ever after.</summary>
internal sealed class StatisticsReport
{
    public required string County { get; init; }

    /// <summary>As 2026-Q3.</summary>
    public required string Quarter { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required IReadOnlyList<StatisticsTable> Tables { get; init; }

    public required StatisticsMeasures Measures { get; init; }
}

/// <summary>Measures over at least five people each; null: of fewer, and not told.</summary>
/// <param name="Clients">How many different people were sent for.</param>
/// <param name="DaysToReceive">Half were acknowledged within so many days.</param>
/// <param name="DaysToContact">Half were first contacted within so many days.</param>
/// <param name="GoalChange">By how much people came nearer to their own goal, 0 to 10, in the mean; of those who wish to be counted.</param>
/// <param name="Usefulness">How useful residents found offerings of the county, 1 to 5, in the mean of what they told in the quarter.</param>
/// <param name="Recommendation">How gladly people recommend what they met: the share of those who do less the share of those who do not, in per cent.</param>
internal sealed record StatisticsMeasures(int? Clients, int? DaysToReceive, int? DaysToContact, double? GoalChange, double? Usefulness = null, double? Recommendation = null);
