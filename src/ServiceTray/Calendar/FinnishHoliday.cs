namespace ServiceTray.Calendar;

/// <summary>The public holidays of Finland, in the order of the year.</summary>
internal enum FinnishHoliday
{
    NewYearsDay,
    Epiphany,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    MayDay,
    AscensionDay,
    WhitSunday,
    MidsummerDay,
    AllSaintsDay,
    IndependenceDay,
    ChristmasDay,
    SecondDayOfChristmas,
}
