namespace ServiceTray.Surveys;

/// <summary>How much each thing weighs when offerings of a theme are ranked; all of them are added up.</summary>
internal static class Ranking
{
    /// <summary>The theme is the offering's main one.</summary>
    public const double MainTheme = 2;

    /// <summary>At the very spot; half of it at <see cref="HalvingKm"/>.</summary>
    public const double Nearest = 3;

    public const double HalvingKm = 5;

    /// <summary>Not tied to a place, or no place was told.</summary>
    public const double NoPlace = 1;

    /// <summary>Open or taking place within a week; later dates less, by how much later.</summary>
    public const double Soon = 1.5;

    /// <summary>Goes on, its hours not told.</summary>
    public const double GoesOn = 0.75;

    public const double LowThreshold = 1.5;

    public const double Free = 1;

    public const double PriceNotTold = 0.3;

    public const double Room = 1;

    public const double RoomNotTold = 0.5;

    public const double WaitingList = 0.2;
}
