using System.Globalization;
using ServiceTray.Calendar;

namespace ServiceTray.Import.Ptv.V12;

/// <summary>The hours of holidays, which the register names, on their dates of this year and the next, or of the years that are told.</summary>
internal static class V12HolidayReader
{
    public static IEnumerable<PtvHours> Read(V12HolidayHours? hours, DateOnly today)
    {
        var years = hours?.Repetition?.Type == "RepetitionInSelectedYears"
            ? (hours.Repetition.Years ?? []).Where(year => year == today.Year || year == today.Year + 1).Distinct()
            : [today.Year, today.Year + 1];
        return
            from year in years
            from holiday in (hours?.Holidays).Told()
            let day = DayOf(holiday.HolidayName, year)
            where day is not null
            from span in holiday.Hours.Told()
            let date = day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            select new PtvHours(
                "Exceptional", date, date, span.OpeningStatus == "Closed", false, span.OpeningStatus == "OpenOnReservation",
                [.. V12Texts.Of(span.AdditionalInformation)], span.OpeningStatus == "Closed" ? [] : [new PtvSpan(null, null, span.Start, span.End)]);
    }

    /// <summary>The date of a holiday or an eve in a year; null: it has a name that the register does not list.</summary>
    private static DateOnly? DayOf(string? name, int year)
    {
        return name switch
        {
            "NewYearEve" => new(year, 12, 31),
            "NewYearDay" => On(FinnishHoliday.NewYearsDay),
            "Epiphany" => On(FinnishHoliday.Epiphany),
            "MaundyThursday" => On(FinnishHoliday.GoodFriday).AddDays(-1),
            "GoodFriday" => On(FinnishHoliday.GoodFriday),
            "EasterSunday" => On(FinnishHoliday.EasterSunday),
            "EasterMonday" => On(FinnishHoliday.EasterMonday),
            "MayDayEve" => new(year, 4, 30),
            "MayDay" => On(FinnishHoliday.MayDay),
            "AscensionDay" => On(FinnishHoliday.AscensionDay),
            "WhitSunday" => On(FinnishHoliday.WhitSunday),
            "MidsummerEve" => On(FinnishHoliday.MidsummerDay).AddDays(-1),
            "MidsummerDay" => On(FinnishHoliday.MidsummerDay),
            "AllSaintsDay" => On(FinnishHoliday.AllSaintsDay),
            "IndependenceDay" => On(FinnishHoliday.IndependenceDay),
            "ChristmasEve" => new(year, 12, 24),
            "ChristmasDay" => On(FinnishHoliday.ChristmasDay),
            "SecondDayOfChristmas" => On(FinnishHoliday.SecondDayOfChristmas),
            _ => null,
        };

        DateOnly On(FinnishHoliday holiday) => FinnishHolidays.Of(year).First(of => of.Holiday == holiday).Day;
    }
}
