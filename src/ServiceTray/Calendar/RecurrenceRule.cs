using System.Text.Json.Serialization;

namespace ServiceTray.Calendar;

/// <summary>The days on which something comes again, by RFC 5545 section 3.3.10 as far as whole days go; the time of day is the series' own.</summary>
internal sealed record RecurrenceRule
{
    /// <summary>No series of people is longer; a rule that asks for more is not one.</summary>
    public const int LargestCount = 5_000;

    private const int LargestInterval = 1_000;
    private const int LongestList = 100;

    /// <exception cref="ArgumentException">The parts do not make a rule.</exception>
    public RecurrenceRule(
        RecurrenceFrequency frequency,
        int interval = 1,
        int? count = null,
        DateOnly? until = null,
        IReadOnlyList<WeekdayInPeriod>? byDay = null,
        IReadOnlyList<int>? byMonthDay = null,
        IReadOnlyList<int>? byMonth = null,
        IReadOnlyList<int>? bySetPosition = null,
        DayOfWeek weekStart = DayOfWeek.Monday)
    {
        (Frequency, Interval, Count, Until, WeekStart) = (frequency, interval, count, until, weekStart);
        (ByDay, ByMonthDay, ByMonth, BySetPosition) = (byDay ?? [], byMonthDay ?? [], byMonth ?? [], bySetPosition ?? []);
        Refuse(nameof(interval), interval is < 1 or > LargestInterval, $"An interval is 1 to {LargestInterval}.");
        Refuse(nameof(count), count is < 1 or > LargestCount, $"A count is 1 to {LargestCount}.");
        Refuse(nameof(count), count is not null && until is not null, "A rule ends by a count or a day, not both.");
        Refuse(nameof(byDay), ByDay.Count > LongestList || ByMonthDay.Count > LongestList || ByMonth.Count > LongestList || BySetPosition.Count > LongestList, $"At most {LongestList} values in a list.");
        Refuse(nameof(byMonth), ByMonth.Any(month => month is < 1 or > 12), "A month is 1 to 12.");
        Refuse(nameof(byMonthDay), ByMonthDay.Any(day => day is 0 or < -31 or > 31), "A day of the month is 1 to 31, or counted from its end.");
        Refuse(nameof(byMonthDay), ByMonthDay.Count > 0 && frequency == RecurrenceFrequency.Weekly, "A week has no days of the month.");
        Refuse(nameof(byDay), HasOrdinals && frequency is (RecurrenceFrequency.Daily or RecurrenceFrequency.Weekly), "Only months and years number their weekdays.");
        Refuse(nameof(bySetPosition), BySetPosition.Any(position => position is 0 or < -366 or > 366), "A position is 1 to 366, or counted from the end.");
        Refuse(nameof(bySetPosition), BySetPosition.Count > 0 && ByDay.Count + ByMonthDay.Count + ByMonth.Count == 0, "A position needs something to count.");
    }

    public RecurrenceFrequency Frequency { get; }

    /// <summary>Every so many days, weeks, months or years.</summary>
    public int Interval { get; }

    /// <summary>How many times; null: until the day, or without end.</summary>
    public int? Count { get; }

    /// <summary>The last day on which it may come.</summary>
    public DateOnly? Until { get; }

    public IReadOnlyList<WeekdayInPeriod> ByDay { get; }

    /// <summary>Days of the month, from its end when negative.</summary>
    public IReadOnlyList<int> ByMonthDay { get; }

    public IReadOnlyList<int> ByMonth { get; }

    /// <summary>Which of each period's days, from the end when negative; none: all.</summary>
    public IReadOnlyList<int> BySetPosition { get; }

    public DayOfWeek WeekStart { get; }

    [JsonIgnore]
    public bool IsEndless => Count is null && Until is null;

    private bool HasOrdinals => ByDay.Any(day => day.Ordinal is not null);

    public bool Equals(RecurrenceRule? other) => other is not null && Until == other.Until && RecurrenceRuleText.Write(this) == RecurrenceRuleText.Write(other);

    public override int GetHashCode() => HashCode.Combine(Frequency, Interval, Count, Until, ByDay.Count);

    private static void Refuse(string argument, bool wrong, string message)
    {
        if (wrong)
        {
            throw new ArgumentException(message, argument);
        }
    }
}

/// <summary>How long the periods of a rule are.</summary>
internal enum RecurrenceFrequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A weekday of a period: every one, the n-th, or with a negative number the n-th from the end.</summary>
internal readonly record struct WeekdayInPeriod
{
    [JsonConstructor]
    public WeekdayInPeriod(DayOfWeek day, int? ordinal = null)
    {
        if (ordinal is 0 or < -53 or > 53)
        {
            throw new ArgumentException("A weekday's number is 1 to 53, or counted from the end.", nameof(ordinal));
        }

        (Day, Ordinal) = (day, ordinal);
    }

    public DayOfWeek Day { get; }

    public int? Ordinal { get; }
}
