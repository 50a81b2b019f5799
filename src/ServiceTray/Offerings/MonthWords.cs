using ServiceTray.Calendar;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>The days of a month by a rule in words, as "joka kuukauden toinen tiistai" or "toukokuun viimeinen arkipäivä".</summary>
internal static class MonthWords
{
    private const int Week = 7;

    /// <summary>The words; null: no short ones fit.</summary>
    public static string? Of(RecurrenceRule rule, DateOnly start, Wording words)
    {
        var months = rule.ByMonth.Count == 0
            ? RuleWords.Step("Repeat.Month", rule.Frequency == RecurrenceFrequency.Monthly ? rule.Interval : 1, words)
            : words["Repeat.OfMonths", RuleWords.All(rule.ByMonth.Distinct().Order().Select(month => words["Repeat.OfMonth", words.Culture.DateTimeFormat.GetMonthName(month)]), words)];
        var named = RuleWords.Named(rule);
        var isPlain = rule.ByDay.All(day => day.Ordinal is null);
        return rule switch
        {
            { ByDay.Count: 0 } => rule.BySetPosition.Count > 0 ? null : Days(rule.ByMonthDay.Count == 0 ? [start.Day] : rule.ByMonthDay, months, words),
            { ByMonthDay.Count: 0 } when !isPlain => rule.BySetPosition.Count > 0 ? null : Weekdays(rule.ByDay, months, words),
            { ByMonthDay.Count: 0, BySetPosition.Count: > 0 } => Nth(rule.BySetPosition, TheOf(named, words), months, words),
            { ByMonthDay.Count: > 0, BySetPosition.Count: 0 } when isPlain => named.Count == 1 && WeekOf(rule.ByMonthDay) is { } week
                ? Nth([week], TheOf(named, words), months, words)
                : Days(rule.ByMonthDay, months, words) is { } days ? words["Repeat.When", days, AnyOf(named, words)] : null,
            _ => null,
        };
    }

    private static string? Days(IReadOnlyList<int> told, string months, Wording words)
    {
        var (days, fromEnd) = (told.Where(day => day > 0).Distinct().Order().ToList(), told.Where(day => day < 0).Distinct().Order().ToList());
        if (fromEnd.Exists(day => Ordinal(day, words) is null))
        {
            return null;
        }

        var last = fromEnd.Select(day => Ordinal(day, words)!);
        return days.Count == 0
            ? words["Repeat.MonthEnd", RuleWords.All(last, words), months]
            : words["Repeat.MonthDay", RuleWords.All(days.Select(day => words["Repeat.DayNumber", day]).Concat(last.Select(day => words["Repeat.DayFromEnd", day])), words), months];
    }

    private static string? Weekdays(IReadOnlyList<WeekdayInPeriod> told, string months, Wording words)
    {
        if (told.Any(day => Ordinal(day.Ordinal ?? 0, words) is null))
        {
            return null;
        }

        var groups = told.OrderBy(day => ((int)day.Day + 6) % Week).GroupBy(day => day.Day, day => day.Ordinal!.Value).ToList();
        return groups is [var one]
            ? Nth([.. one], TheOf([one.Key], words), months, words)
            : words["Repeat.MonthWeekdays", RuleWords.All(groups.Select(group => words["Repeat.NthWeekday", Ordinals([.. group], words)!, TheOf([group.Key], words)]), words), months];
    }

    private static string? Nth(IReadOnlyList<int> ordinals, string name, string months, Wording words) =>
        Ordinals(ordinals, words) is { } nth ? words["Repeat.MonthWeekday", nth, name, months] : null;

    private static string? Ordinals(IReadOnlyList<int> told, Wording words)
    {
        var all = told.Distinct().OrderBy(ordinal => ordinal < 0).ThenBy(ordinal => ordinal).Select(ordinal => Ordinal(ordinal, words)).ToList();
        return all.Contains(null) ? null : RuleWords.All(all.OfType<string>(), words);
    }

    private static string? Ordinal(int ordinal, Wording words) => ordinal switch
    {
        >= 1 and <= 5 => words[$"Ordinal.{ordinal}"],
        -1 => words["Ordinal.Last"],
        -2 or -3 => words[$"Ordinal.Last.{-ordinal}"],
        _ => null,
    };

    private static string AnyOf(IEnumerable<DayOfWeek> days, Wording words) => RuleWords.All(days.Select(day => RuleWords.Name(day, words)), words, "Or");

    // The one of them that is counted, which Swedish says in another form.
    private static string TheOf(IReadOnlyList<DayOfWeek> days, Wording words)
    {
        string[] names = days.Count == Week ? [words["Repeat.AnyDay"]] : RuleWords.AreWorkdays(days) ? [words["Repeat.Workday"]] : [.. days.Select(day => RuleWords.Name(day, words))];
        return RuleWords.All(names.Select(name => words["Repeat.MonthName", name]), words, "Or");
    }

    // Seven days in a row from 1, 8, 15 or 22 are a week in which each weekday is the n-th of the month.
    private static int? WeekOf(IReadOnlyList<int> days)
    {
        var sorted = days.Distinct().Order().ToList();
        return sorted.Count == Week && sorted[0] is 1 or 8 or 15 or 22 && sorted[^1] == sorted[0] + Week - 1 ? (sorted[0] / Week) + 1 : null;
    }
}
