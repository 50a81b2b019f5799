namespace ServiceTray.Calendar;

/// <summary>When the public holidays are: church feasts, Independence Day and May Day, by the rules in force since 1992.</summary>
internal static class FinnishHolidays
{
    /// <summary>The holiday on a day; null: none. Of two on one day, as Ascension Day on May Day in 2008, the earlier of the list.</summary>
    public static FinnishHoliday? On(DateOnly day)
    {
        foreach (var (holiday, date) in Of(day.Year))
        {
            if (date == day)
            {
                return holiday;
            }
        }

        return null;
    }

    public static bool IsHoliday(DateOnly day) => On(day) is not null;

    /// <summary>All of a year, in the list's order.</summary>
    public static IReadOnlyList<(FinnishHoliday Holiday, DateOnly Day)> Of(int year)
    {
        var easter = Easter(year);
        return
        [
            (FinnishHoliday.NewYearsDay, new(year, 1, 1)),
            (FinnishHoliday.Epiphany, new(year, 1, 6)),
            (FinnishHoliday.GoodFriday, easter.AddDays(-2)),
            (FinnishHoliday.EasterSunday, easter),
            (FinnishHoliday.EasterMonday, easter.AddDays(1)),
            (FinnishHoliday.MayDay, new(year, 5, 1)),
            (FinnishHoliday.AscensionDay, easter.AddDays(39)),
            (FinnishHoliday.WhitSunday, easter.AddDays(49)),
            (FinnishHoliday.MidsummerDay, SaturdayFrom(new(year, 6, 20))),
            (FinnishHoliday.AllSaintsDay, SaturdayFrom(new(year, 10, 31))),
            (FinnishHoliday.IndependenceDay, new(year, 12, 6)),
            (FinnishHoliday.ChristmasDay, new(year, 12, 25)),
            (FinnishHoliday.SecondDayOfChristmas, new(year, 12, 26)),
        ];
    }

    /// <summary>The eves on which authorities are shut though no holiday stands in the almanac: those of midsummer and Christmas.</summary>
    public static bool IsEve(DateOnly day) =>
        (day.Month == 12 && day.Day == 24) || (day.Month == 6 && day.AddDays(1) == SaturdayFrom(new(day.Year, 6, 20)));

    /// <summary>The Gregorian Easter, by the anonymous computus (Meeus, Astronomical Algorithms, ch. 8).</summary>
    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static DateOnly SaturdayFrom(DateOnly first) => first.AddDays(((int)DayOfWeek.Saturday - (int)first.DayOfWeek + 7) % 7);
}
