namespace ServiceTray.Publishing.Series;

/// <summary>What was last year, for this one: the same words, each date as many weeks on as come nearest to a year, so that it keeps its weekday.</summary>
internal static class YearOn
{
    private const int MostYears = 50;

    /// <summary>The content a year on, or as many years as its first date is over; what goes on without dates is copied as it is, without a break.</summary>
    public static DraftContent Of(DraftContent content, DateOnly today)
    {
        var first = content.Series?.First ?? (content.Dates.Count > 0 ? content.Dates.Min(date => date.Day) : today);
        var years = 1;
        while (years < MostYears && FirstOf(content, first, years) < today)
        {
            years++;
        }

        return content with
        {
            Break = null,
            Dates = [.. content.Dates.Select(date => date with { Day = On(date.Day, first, years) })],
            Series = content.Series is { } series ? Of(series, years) : null,
        };
    }

    /// <summary>The day after which nothing of it comes any more; null: it goes on.</summary>
    public static DateOnly? LastDayOf(DraftContent content) =>
        content.Series is { } series ? series.Until : content.Dates.Count > 0 ? content.Dates.Max(date => date.Day) : null;

    private static DateOnly FirstOf(DraftContent content, DateOnly first, int years) => content.Series is { } series ? Of(series, years).First : On(first, first, years);

    private static DraftSeries Of(DraftSeries series, int years)
    {
        var isMonthly = series.Rhythm is DraftRhythm.Monthly or DraftRhythm.MonthlyLast;
        Func<DateOnly, DateOnly> move = isMonthly ? day => InMonth(day.AddYears(years).Year, day, series.Rhythm) : day => On(day, series.First, years);
        return series with { First = move(series.First), Until = series.Until is { } until ? On(until, until, years) : null, NotOn = [.. series.NotOn.Select(move).Distinct().Order()] };
    }

    // All days move by the same weeks, so that they stand to each other as they did.
    private static DateOnly On(DateOnly day, DateOnly first, int years) =>
        day.AddDays(7 * (int)Math.Round((first.AddYears(years).DayNumber - first.DayNumber) / 7.0));

    /// <summary>The same weekday of the same month: as many from its start, or its last.</summary>
    private static DateOnly InMonth(int year, DateOnly day, DraftRhythm rhythm)
    {
        var start = new DateOnly(year, day.Month, 1);
        var first = start.AddDays((day.DayOfWeek - start.DayOfWeek + 7) % 7);
        var last = first.AddDays(28).Month == day.Month ? first.AddDays(28) : first.AddDays(21);
        var nth = first.AddDays(7 * (DraftSeries.OrdinalOf(day) - 1));
        return rhythm == DraftRhythm.MonthlyLast || nth.Month != day.Month ? last : nth;
    }
}
