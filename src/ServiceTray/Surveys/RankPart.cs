namespace ServiceTray.Surveys;

/// <summary>What an offering's rank is the sum of, in the order in which it is added up.</summary>
internal enum RankPart
{
    MainTheme,
    Distance,
    Date,
    LowThreshold,
    Price,
    Room,
}
