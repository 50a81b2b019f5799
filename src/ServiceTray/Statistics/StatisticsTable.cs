namespace ServiceTray.Statistics;

/// <summary>What is counted by what.</summary>
internal enum StatisticsSubject
{
    ReferralsByMonth,
    ReferralsByProgramme,
    ReferralsByTheme,
    ReferralsByMunicipality,
    ReferralsByOutcome,
    ReferralsByResult,
    GuidanceByMonth,
    GuidanceByPath,
    GuidanceByTheme,
}

/// <summary>Counts of one thing in parts that make up the whole; a number that could be about few people is not told.</summary>
internal sealed record StatisticsTable(StatisticsSubject Subject, int? Total, IReadOnlyList<StatisticsCell> Cells);

/// <summary>A part and its number; null: it is not told.</summary>
internal sealed record StatisticsCell(string Key, int? Count);
