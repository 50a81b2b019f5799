using ServiceTray.Calendar;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>A series in words, as "joka tiistai 10–11.30, 1.9.–1.12., ei pyhinä".</summary>
internal static class RecurrenceWords
{
    private const int MostDates = 6;

    public static string Of(Recurrence series, DateOnly today, Language language)
    {
        var words = SeriesTexts.In(language);
        var first = DateOnly.FromDateTime(series.Start);
        return string.Join(", ", new[]
        {
            string.Join(" ", new[] { RuleWords.Of(series.Rule, first, words), Times(series, words) }.OfType<string>()),
            Span(series, first, today, words),
            series.NotOnHolidays ? words["Repeat.NotOnHolidays"] : null,
            Dates("Repeat.Not", series.LeftOut, today, words),
            Dates("Repeat.Also", series.Added, today, words),
        }.OfType<string>());
    }

    /// <summary>The same as a text that tells its language.</summary>
    public static Text? TextOrNull(Recurrence? series, DateOnly today, Language language) => series is null ? null : new Text(Of(series, today, language), language.Tag());

    private static string? Times(Recurrence series, Wording words)
    {
        if (series.AllDay)
        {
            return null;
        }

        var from = Clock(series.Start, words);
        return words["Repeat.At", series.Length == TimeSpan.Zero ? from : $"{from}–{Clock(series.Start + series.Length, words)}"];
    }

    private static string? Span(Recurrence series, DateOnly first, DateOnly today, Wording words)
    {
        if (series.EndsAt() is { } end)
        {
            // The last date's own day: what ends at midnight or after it began the day before.
            var last = HelsinkiTime.Day(end - (series.AllDay ? TimeSpan.FromHours(1) : series.Length));
            return last == first ? Date(first, last.Year != today.Year, words) : $"{Date(first, first.Year != last.Year || last.Year != today.Year, words)}{words["Repeat.To"]}{Date(last, last.Year != today.Year || first.Year != last.Year, words)}";
        }

        return first > today ? words["Repeat.From", Date(first, first.Year != today.Year, words)] : null;
    }

    private static string? Dates(string key, IReadOnlyList<DateTime> dates, DateOnly today, Wording words)
    {
        var ahead = dates.Select(DateOnly.FromDateTime).Where(day => day >= today).Distinct().Order().ToList();
        return ahead.Count == 0
            ? null
            : words[key, string.Join(", ", ahead.Take(MostDates).Select(day => Date(day, day.Year != today.Year, words))) + (ahead.Count > MostDates ? " …" : "")];
    }

    private static string Date(DateOnly day, bool withYear, Wording words) => day.ToString(words[withYear ? "Repeat.DayMonthYear" : "Repeat.DayMonth"], words.Culture);

    private static string Clock(DateTime time, Wording words) => time.ToString(words[time.Minute == 0 ? "Repeat.Hour" : "Repeat.HourMinute"], words.Culture);
}
