using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Import.Csv;

/// <summary>A row that comes again: on weekdays (<c>ti, to</c>; <c>joka toinen ti</c>) or by a rule as calendars write it, until a day, with days left out.</summary>
internal static class CsvSeries
{
    private static readonly string[] EveryOther = ["joka toinen ", "varannan ", "every other "];

    /// <summary>The series whose first date stands in the row; null: it comes once, or what is wrong is told.</summary>
    public static Recurrence? Read(CsvCells cells, Occurrence? first)
    {
        var (repeats, until) = (cells["repeats"], cells.Day("until"));
        var leftOut = cells.Days("not_on");
        var notOnHolidays = cells.YesOrNo("not_on_holidays");
        if (repeats is null)
        {
            if (cells["until"] is not null || cells["not_on"] is not null)
            {
                cells.Wrong("repeats", "is empty though until or not_on is not");
            }

            return null;
        }

        if (first is null)
        {
            cells.Wrong("starts", "is empty or wrong though repeats is not; it holds the first date");
            return null;
        }

        var start = HelsinkiTime.Local(first.StartsAt).DateTime;
        if (until < DateOnly.FromDateTime(start))
        {
            cells.Wrong("until", "is before starts");
            return null;
        }

        try
        {
            return RuleOf(cells, repeats, start, until) is { } rule
                ? new Recurrence(start, HelsinkiTime.Local(first.EndsAt).DateTime - start, rule, notOnHolidays: notOnHolidays == true, leftOut: [.. leftOut.Select(day => day.ToDateTime(TimeOnly.FromDateTime(start)))])
                : null;
        }
        catch (ArgumentException refused)
        {
            cells.Wrong("repeats", $"makes no series: {refused.Why().TrimEnd('.')}");
            return null;
        }
    }

    private static RecurrenceRule? RuleOf(CsvCells cells, string repeats, DateTime start, DateOnly? until)
    {
        if (repeats.Contains("FREQ=", StringComparison.OrdinalIgnoreCase))
        {
            var rule = RecurrenceRuleText.Read(repeats.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? repeats["RRULE:".Length..] : repeats, told => RecurrenceText.LastDay(told, start), out var issue);
            if (rule is null || (until is not null && !rule.IsEndless))
            {
                cells.Wrong("repeats", rule is null ? $"is no rule: {issue}" : "has an end of its own beside until");
                return null;
            }

            return until is null ? rule : new RecurrenceRule(rule.Frequency, rule.Interval, null, until, rule.ByDay, rule.ByMonthDay, rule.ByMonth, rule.BySetPosition, rule.WeekStart);
        }

        var words = repeats.Trim().ToLowerInvariant();
        var other = Array.Find(EveryOther, words.StartsWith);
        if (CsvDays.Read(words[(other?.Length ?? 0)..]) is not { } days)
        {
            cells.Wrong("repeats", $"{repeats} are no weekdays as ti, to and no rule as FREQ=WEEKLY;BYDAY=TU,TH");
            return null;
        }

        if (!days.Contains(start.DayOfWeek))
        {
            cells.Wrong("starts", "is on none of the weekdays of repeats");
            return null;
        }

        return new RecurrenceRule(RecurrenceFrequency.Weekly, other is null ? 1 : 2, null, until, [.. days.Select(day => new WeekdayInPeriod(day))]);
    }
}
