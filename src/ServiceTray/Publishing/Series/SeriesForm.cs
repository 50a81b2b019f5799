using System.Globalization;
using ServiceTray.Languages;

namespace ServiceTray.Publishing.Series;

/// <summary>The part of the form that tells how dates come again.</summary>
internal static class SeriesForm
{
    private static readonly string[] WithYear = ["yyyy-MM-dd", "d.M.yyyy"];
    private static readonly string[] WithoutYear = ["d.M.", "d.M"];
    private static readonly char[] Between = [',', ';', ' ', '\n', '\r', '\t'];

    /// <summary>The fields of a series.</summary>
    public static IEnumerable<(string Name, string Value)> FieldsOf(DraftSeries? series) =>
        series is null ? [] :
        [
            ("repeat", PublicWords.Of(series.Rhythm)),
            ("until", series.Until?.ToString("O", CultureInfo.InvariantCulture) ?? ""),
            ("notOn", string.Join(", ", series.NotOn.Select(day => day.ToString("d.M.yyyy", CultureInfo.InvariantCulture)))),
            ("notOnHolidays", series.NotOnHolidays ? "yes" : ""),
        ];

    /// <summary>The series that was typed, beginning on this day at these hours; null: what is wrong is told.</summary>
    public static DraftSeries? Read(DraftForm form, DraftRhythm rhythm, DateOnly first, (TimeOnly From, TimeOnly To) hours, IReadOnlyList<DayOfWeek> weekdays, List<DraftProblem> problems)
    {
        DateOnly? until = null;
        if (form["until"].Trim().Length > 0)
        {
            until = Day(form["until"], first);
            if (until is null || until < first || until > first.AddYears(DraftSeries.MostYears))
            {
                problems.Add(new DraftProblem("until", DraftFault.Wrong));
            }
        }

        var notOn = form["notOn"].Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(word => Day(word, first)).ToList();
        if (notOn.Contains(null) || notOn.Count > DraftSeries.MostNotOn)
        {
            problems.Add(new DraftProblem("notOn", notOn.Count > DraftSeries.MostNotOn ? DraftFault.TooMany : DraftFault.Wrong));
        }

        var series = new DraftSeries(
            first, hours.From, hours.To, rhythm, rhythm is DraftRhythm.Weekly or DraftRhythm.EverySecondWeek ? weekdays : [], until, [.. notOn.OfType<DateOnly>().Distinct().Order()], form["notOnHolidays"] == "yes");
        if (!series.BeginsInRhythm)
        {
            problems.Add(new DraftProblem("dates", DraftFault.OutOfRhythm));
        }

        return series;
    }

    /// <summary>A day as browsers and people write it; without a year the next one from the first day on.</summary>
    private static DateOnly? Day(string written, DateOnly first)
    {
        if (DateOnly.TryParseExact(written.Trim(), WithYear, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.Year is > 1970 and < 2190 ? day : null;
        }

        // A leap year, so that every day of a year can be read.
        if (!DateTime.TryParseExact($"{written.Trim().TrimEnd('.')}.2000", "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) || !WithoutYear.Any(form => DateTime.TryParseExact($"{written.Trim()} 2000", $"{form} yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
        {
            return null;
        }

        var year = first.Year + (told.DayOfYear < new DateOnly(2000, first.Month, first.Day).DayOfYear ? 1 : 0);
        return told.Day <= DateTime.DaysInMonth(year, told.Month) ? new DateOnly(year, told.Month, told.Day) : null;
    }
}
