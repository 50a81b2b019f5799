using ServiceTray.Calendar;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>The rule of a series in words, as "joka toinen tiistai"; a rule that no short words fit comes "on several days".</summary>
internal static class RuleWords
{
    private static readonly DayOfWeek[] FromMonday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Of(RecurrenceRule? rule, DateOnly start, Wording words) => rule?.Frequency switch
    {
        RecurrenceFrequency.Daily => Daily(rule, start, words),
        RecurrenceFrequency.Weekly => Within(Weekly(rule, start, words), rule, words),
        RecurrenceFrequency.Monthly => Monthly(rule, start, words),
        RecurrenceFrequency.Yearly when rule.Interval == 1 => Yearly(rule, start, words),
        _ => null,
    }

    ?? words["Repeat.Several"];

    /// <summary>The weekdays, from Monday on, each once.</summary>
    public static List<DayOfWeek> Named(RecurrenceRule rule) => [.. FromMonday.Where(day => rule.ByDay.Any(weekday => weekday.Day == day))];

    public static bool AreWorkdays(IReadOnlyList<DayOfWeek> days) => days.Count == 5 && !days.Contains(DayOfWeek.Saturday) && !days.Contains(DayOfWeek.Sunday);

    public static string Name(DayOfWeek day, Wording words) => words.Culture.DateTimeFormat.GetDayName(day);

    /// <summary>Each of some weekdays, every so many weeks.</summary>
    public static string Weekly(IReadOnlyList<DayOfWeek> days, int interval, Wording words) =>
        interval == 1 && days.Count == 7 ? words["Repeat.Daily.One"]
        : interval == 1 && AreWorkdays(days) ? words["Repeat.Workdays"]
        : interval <= 2 ? words[interval == 1 ? "Repeat.Weekly.One" : "Repeat.Weekly.Other", All(days.Select(day => Name(day, words)), words)]
        : words["Repeat.Weekly.Many", interval, All(days.Select(day => words[$"Weekly.{day}"]), words)];

    public static string Step(string key, int interval, Wording words) => interval switch
    {
        1 => words[$"{key}.One"],
        2 => words[$"{key}.Other"],
        _ => words[$"{key}.Many", interval],
    };

    /// <summary>All of them, or with another word before the last any of them.</summary>
    public static string All(IEnumerable<string> names, Wording words, string last = "And")
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {words[last]} {all[^1]}";
    }

    /// <summary>Something that goes on in the months of the rule alone.</summary>
    public static string? Within(string? said, RecurrenceRule rule, Wording words) => said is null || rule.ByMonth.Count == 0 ? said
        : words["Repeat.InMonths", said, All(rule.ByMonth.Distinct().Order().Select(month => words["Repeat.InMonth", words.Culture.DateTimeFormat.GetMonthName(month)]), words)];

    private static string? Daily(RecurrenceRule rule, DateOnly start, Wording words) => rule switch
    {
        { BySetPosition.Count: > 0 } => null,
        { ByMonthDay.Count: > 0 } => rule.Interval == 1 ? Monthly(rule, start, words) : null,
        { ByDay.Count: 0 } => Within(Step("Repeat.Daily", rule.Interval, words), rule, words),
        _ => rule.Interval == 1 ? Within(Weekly(Named(rule), 1, words), rule, words) : null,
    };

    // Of positions the days are counted from the day on which the week begins.
    private static string? Weekly(RecurrenceRule rule, DateOnly start, Wording words)
    {
        List<DayOfWeek> days = rule.ByDay.Count == 0 ? [start.DayOfWeek] : [.. Named(rule).OrderBy(day => ((int)day - (int)rule.WeekStart + 7) % 7)];
        if (rule.BySetPosition.Count > 0)
        {
            days = [.. days.Where((_, at) => rule.BySetPosition.Contains(at + 1) || rule.BySetPosition.Contains(at - days.Count))];
        }

        return days.Count == 0 ? null : Weekly([.. FromMonday.Where(days.Contains)], rule.Interval, words);
    }

    // Each of a weekday in a month is each of it in the weeks of the month.
    private static string? Monthly(RecurrenceRule rule, DateOnly start, Wording words) =>
        rule is { Interval: 1, ByDay.Count: > 0, ByMonthDay.Count: 0, BySetPosition.Count: 0 } && rule.ByDay.All(day => day.Ordinal is null) ? Within(Weekly(Named(rule), 1, words), rule, words)
        : rule.ByMonth.Count == 0 ? MonthWords.Of(rule, start, words)
        : rule.Interval == 1 && MonthWords.Of(rule, start, words) is { } said ? words["Repeat.Yearly", said]
        : null;

    private static string? Yearly(RecurrenceRule rule, DateOnly start, Wording words) => rule switch
    {
        { ByDay.Count: 0, BySetPosition.Count: 0 } when OneDay(rule, start) is { } day => words["Repeat.Yearly", day.ToString(words["Repeat.DayMonth"], words.Culture)],
        { BySetPosition.Count: > 0, ByMonth.Count: not 1 } => null,
        { ByMonth.Count: 0 } when rule.ByDay.Any(day => day.Ordinal is not null) => null,
        _ => Monthly(rule, start, words),
    };

    private static DateOnly? OneDay(RecurrenceRule rule, DateOnly start) => (rule.ByMonth, rule.ByMonthDay) switch
    {
        ({ Count: 0 }, { Count: 0 }) => start,
        ([var month], { Count: 0 }) when start.Day <= DateTime.DaysInMonth(start.Year, month) => new DateOnly(start.Year, month, start.Day),
        ([var month], [> 0 and var day]) when day <= DateTime.DaysInMonth(2000, month) => new DateOnly(2000, month, day),
        _ => null,
    };
}
