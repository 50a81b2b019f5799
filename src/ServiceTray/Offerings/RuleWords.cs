using ServiceTray.Calendar;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>The rule of a series in words, as "joka toinen tiistai"; a rule that no short words fit comes "on several days".</summary>
internal static class RuleWords
{
    private static readonly DayOfWeek[] FromMonday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Of(RecurrenceRule? rule, DateOnly start, Wording words) => rule switch
    {
        { Frequency: RecurrenceFrequency.Daily, ByDay.Count: 0, ByMonth.Count: 0, ByMonthDay.Count: 0 } => Step("Repeat.Daily", rule.Interval, words),
        { Frequency: RecurrenceFrequency.Daily, Interval: 1, ByMonth.Count: 0, ByMonthDay.Count: 0, BySetPosition.Count: 0 } => Weekly(Named(rule), 1, words),
        { Frequency: RecurrenceFrequency.Weekly, ByMonth.Count: 0, BySetPosition.Count: 0 } =>
            Weekly(rule.ByDay.Count == 0 ? [start.DayOfWeek] : Named(rule), rule.Interval, words),
        { Frequency: RecurrenceFrequency.Monthly, ByMonth.Count: 0 } => Monthly(rule, start, words),
        { Frequency: RecurrenceFrequency.Yearly, Interval: 1, ByDay.Count: 0, BySetPosition.Count: 0 } when OneDay(rule, start) is { } day =>
            words["Repeat.Yearly", day.ToString(words["Repeat.DayMonth"], words.Culture)],
        _ => words["Repeat.Several"],
    };

    private static string Weekly(List<DayOfWeek> days, int interval, Wording words)
    {
        if (interval == 1 && days.Count == 7)
        {
            return words["Repeat.Daily.One"];
        }

        if (interval == 1 && days.Count == 5 && !days.Contains(DayOfWeek.Saturday) && !days.Contains(DayOfWeek.Sunday))
        {
            return words["Repeat.Workdays"];
        }

        return interval <= 2
            ? words[interval == 1 ? "Repeat.Weekly.One" : "Repeat.Weekly.Other", All(days.Select(day => Name(day, words)), words)]
            : words["Repeat.Weekly.Many", interval, All(days.Select(day => words[$"Weekly.{day}"]), words)];
    }

    private static string Monthly(RecurrenceRule rule, DateOnly start, Wording words)
    {
        var months = Step("Repeat.Month", rule.Interval, words);
        if (rule.ByDay.Count == 0 && rule.BySetPosition.Count == 0)
        {
            var days = rule.ByMonthDay.Count == 0 ? [start.Day] : rule.ByMonthDay.Order().ToList();
            return days.Exists(day => day < 0)
                ? rule.ByMonthDay is [-1] ? words["Repeat.MonthEnd", months] : words["Repeat.Several"]
                : words["Repeat.MonthDay", All(days.Select(day => words["Repeat.DayNumber", day]), words), months];
        }

        var ordinals = rule.BySetPosition.Count > 0 ? rule.BySetPosition : [.. rule.ByDay.Select(day => day.Ordinal ?? 0)];
        var named = Named(rule);
        var isPlain = named.Count == 1 && rule.ByMonthDay.Count == 0 && ordinals.All(ordinal => ordinal is -1 or (>= 1 and <= 5))
            && (rule.BySetPosition.Count == 0 || rule.ByDay.All(day => day.Ordinal is null));
        return isPlain
            ? words["Repeat.MonthWeekday", All(ordinals.OrderBy(ordinal => ordinal < 0).ThenBy(ordinal => ordinal).Select(ordinal => words[$"Ordinal.{(ordinal < 0 ? "Last" : $"{ordinal}")}"]), words), Name(named[0], words), months]
            : words["Repeat.Several"];
    }

    private static DateOnly? OneDay(RecurrenceRule rule, DateOnly start) => (rule.ByMonth, rule.ByMonthDay) switch
    {
        ({ Count: 0 }, { Count: 0 }) => start,
        ([var month], { Count: 0 }) when start.Day <= DateTime.DaysInMonth(start.Year, month) => new DateOnly(start.Year, month, start.Day),
        ([var month], [> 0 and var day]) when day <= DateTime.DaysInMonth(2000, month) => new DateOnly(2000, month, day),
        _ => null,
    };

    private static string Step(string key, int interval, Wording words) => interval switch
    {
        1 => words[$"{key}.One"],
        2 => words[$"{key}.Other"],
        _ => words[$"{key}.Many", interval],
    };

    private static List<DayOfWeek> Named(RecurrenceRule rule) => [.. FromMonday.Where(day => rule.ByDay.Any(weekday => weekday.Day == day))];

    private static string Name(DayOfWeek day, Wording words) => words.Culture.DateTimeFormat.GetDayName(day);

    private static string All(IEnumerable<string> names, Wording words)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {words["And"]} {all[^1]}";
    }
}
