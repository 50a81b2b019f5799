namespace ServiceTray.Calendar;

/// <summary>The days of a rule in one of its periods: a day, week, month or year, counted from the one that holds the start.</summary>
internal sealed class PeriodDays(RecurrenceRule rule, DateOnly start)
{
    /// <summary>No series of people goes on longer.</summary>
    public const int LastYear = 2199;

    private readonly DateOnly firstWeek = start.DayNumber < 7 ? start : start.AddDays(-DaysSince(rule.WeekStart, start.DayOfWeek));

    /// <summary>When a period begins; null: past the last year.</summary>
    public DateOnly? Begin(int period)
    {
        var steps = (long)period * rule.Interval;
        switch (rule.Frequency)
        {
            case RecurrenceFrequency.Daily:
                return Day(start.DayNumber + steps);
            case RecurrenceFrequency.Weekly:
                return Day(firstWeek.DayNumber + (7 * steps));
            case RecurrenceFrequency.Monthly:
                var months = (start.Year * 12L) + start.Month - 1 + steps;
                return months / 12 > LastYear ? null : new DateOnly((int)(months / 12), (int)(months % 12) + 1, 1);
            default:
                return start.Year + steps > LastYear ? null : new DateOnly((int)(start.Year + steps), 1, 1);
        }
    }

    /// <summary>A period that begins before a day, close to it; 0 when the day is before the start.</summary>
    public int IndexBefore(DateOnly day)
    {
        var steps = rule.Frequency switch
        {
            RecurrenceFrequency.Daily => day.DayNumber - start.DayNumber,
            RecurrenceFrequency.Weekly => (day.DayNumber - firstWeek.DayNumber) / 7,
            RecurrenceFrequency.Monthly => ((day.Year - start.Year) * 12) + day.Month - start.Month,
            _ => day.Year - start.Year,
        };
        return Math.Max(0, (steps / rule.Interval) - 1);
    }

    /// <summary>Its days in order; null: past the last year.</summary>
    public IReadOnlyList<DateOnly>? Of(int period)
    {
        if (Begin(period) is not { } begin)
        {
            return null;
        }

        IEnumerable<DateOnly> days = rule.Frequency switch
        {
            RecurrenceFrequency.Daily => IsMonth(begin) && IsMonthDay(begin) && IsWeekday(begin) ? [begin] : [],
            RecurrenceFrequency.Weekly => Week(begin),
            RecurrenceFrequency.Monthly => IsMonth(begin) ? Month(begin) : [],
            _ => Year(begin),
        };
        var sorted = days.Order().ToList();
        return rule.BySetPosition.Count == 0 ? sorted : AtPositions(sorted);
    }

    private IEnumerable<DateOnly> Week(DateOnly begin) => Run(begin, 7)
        .Where(day => (rule.ByDay.Count == 0 ? day.DayOfWeek == start.DayOfWeek : IsWeekday(day)) && IsMonth(day));

    private IEnumerable<DateOnly> Month(DateOnly begin)
    {
        var length = DateTime.DaysInMonth(begin.Year, begin.Month);
        if (rule.ByMonthDay.Count == 0 && rule.ByDay.Count == 0)
        {
            return start.Day <= length ? [new DateOnly(begin.Year, begin.Month, start.Day)] : [];
        }

        return Run(begin, length).Where(day => IsMonthDay(day) && IsWeekdayIn(day, begin, length));
    }

    // Weekdays are numbered within the months when months are named, else within the year.
    private IEnumerable<DateOnly> Year(DateOnly begin)
    {
        var months = (rule.ByMonth.Count > 0 ? rule.ByMonth.Distinct() : rule.ByMonthDay.Count > 0 ? Enumerable.Range(1, 12) : [start.Month])
            .Select(month => new DateOnly(begin.Year, month, 1));
        if (rule.ByDay.Count > 0 && rule.ByMonth.Count == 0)
        {
            var length = DateTime.IsLeapYear(begin.Year) ? 366 : 365;
            return Run(begin, length).Where(day => IsMonthDay(day) && IsWeekdayIn(day, begin, length));
        }

        return months.SelectMany(Month);
    }

    private bool IsMonth(DateOnly day) => rule.ByMonth.Count == 0 || rule.ByMonth.Contains(day.Month);

    private bool IsMonthDay(DateOnly day) => rule.ByMonthDay.Count == 0
        || rule.ByMonthDay.Contains(day.Day)
        || rule.ByMonthDay.Contains(day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1);

    private bool IsWeekday(DateOnly day) => rule.ByDay.Count == 0 || rule.ByDay.Any(weekday => weekday.Day == day.DayOfWeek);

    private bool IsWeekdayIn(DateOnly day, DateOnly begin, int length)
    {
        var fromStart = ((day.DayNumber - begin.DayNumber) / 7) + 1;
        var fromEnd = ((begin.DayNumber + length - 1 - day.DayNumber) / 7) + 1;
        return rule.ByDay.Count == 0
            || rule.ByDay.Any(weekday => weekday.Day == day.DayOfWeek && (weekday.Ordinal is not { } ordinal || ordinal == fromStart || ordinal == -fromEnd));
    }

    private List<DateOnly> AtPositions(List<DateOnly> days) =>
    [
        .. rule.BySetPosition.Select(position => position > 0 ? position - 1 : days.Count + position)
            .Where(index => index >= 0 && index < days.Count)
            .Distinct()
            .Order()
            .Select(index => days[index]),
    ];

    private static IEnumerable<DateOnly> Run(DateOnly begin, int length) => Enumerable.Range(begin.DayNumber, length).Select(DateOnly.FromDayNumber);

    private static DateOnly? Day(long number) => number > new DateOnly(LastYear, 12, 31).DayNumber ? null : DateOnly.FromDayNumber((int)number);

    private static int DaysSince(DayOfWeek from, DayOfWeek to) => ((int)to - (int)from + 7) % 7;
}
