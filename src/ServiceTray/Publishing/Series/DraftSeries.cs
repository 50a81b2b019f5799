using ServiceTray.Calendar;
using ServiceTray.Offerings;

namespace ServiceTray.Publishing.Series;

/// <summary>How often dates come again, in the rhythms that small publishers keep.</summary>
internal enum DraftRhythm
{
    /// <summary>Every week, on one weekday or several.</summary>
    Weekly,

    /// <summary>Every second week.</summary>
    EverySecondWeek,

    /// <summary>Every month on the weekday that the first day is: its second Tuesday, say.</summary>
    Monthly,

    /// <summary>Every month on the last of a weekday.</summary>
    MonthlyLast,
}

/// <summary>Dates that come again from a day on, on the Finnish clock.</summary>
internal sealed record DraftSeries(
    DateOnly First, TimeOnly From, TimeOnly To, DraftRhythm Rhythm, IReadOnlyList<DayOfWeek> Weekdays, DateOnly? Until, IReadOnlyList<DateOnly> NotOn, bool NotOnHolidays)
{
    public const int MostNotOn = 100;

    /// <summary>No series of people is planned further.</summary>
    public const int MostYears = 10;

    /// <summary>Whether it lies in years that people plan for.</summary>
    public bool IsWithinBounds => First.Year is > 1970 and < 2180 && !(Until > First.AddYears(MostYears));

    /// <summary>Whether the first day is one that the rhythm names.</summary>
    public bool BeginsInRhythm => Rhythm switch
    {
        DraftRhythm.MonthlyLast => First.AddDays(7).Month != First.Month,
        DraftRhythm.Monthly => true,
        _ => Weekdays.Count == 0 || Weekdays.Contains(First.DayOfWeek),
    };

    /// <summary>The series as the tray keeps it.</summary>
    public Recurrence AsRecurrence() => new(
        First.ToDateTime(From),
        To - From,
        new RecurrenceRule(
            Rhythm is DraftRhythm.Weekly or DraftRhythm.EverySecondWeek ? RecurrenceFrequency.Weekly : RecurrenceFrequency.Monthly,
            Rhythm == DraftRhythm.EverySecondWeek ? 2 : 1,
            until: Until,
            byDay: Rhythm switch
            {
                DraftRhythm.Monthly => [new WeekdayInPeriod(First.DayOfWeek, OrdinalOf(First))],
                DraftRhythm.MonthlyLast => [new WeekdayInPeriod(First.DayOfWeek, -1)],
                _ => [.. (Weekdays.Count == 0 ? [First.DayOfWeek] : Weekdays).Select(day => new WeekdayInPeriod(day))],
            }),
        notOnHolidays: NotOnHolidays,
        leftOut: [.. NotOn.Select(day => day.ToDateTime(From))]);

    /// <summary>A kept series in these terms; null: it is another kind of rhythm, which stays as it is.</summary>
    public static DraftSeries? Of(Recurrence? series)
    {
        if (series is not { Rule: { Count: null, ByMonthDay.Count: 0, ByMonth.Count: 0, BySetPosition.Count: 0 } rule, AllDay: false, Added.Count: 0, Changes.Count: 0 }
            || series.Length <= TimeSpan.Zero || series.Length >= TimeSpan.FromDays(1) || !DraftHours.Are(TimeOnly.FromDateTime(series.Start), TimeOnly.FromDateTime(series.Start + series.Length)))
        {
            return null;
        }

        var first = DateOnly.FromDateTime(series.Start);
        DraftRhythm? rhythm = (rule.Frequency, rule.Interval, rule.ByDay) switch
        {
            (RecurrenceFrequency.Weekly, 1, _) => DraftRhythm.Weekly,
            (RecurrenceFrequency.Weekly, 2, _) => DraftRhythm.EverySecondWeek,
            (RecurrenceFrequency.Monthly, 1, [{ Ordinal: -1 } last]) when last.Day == first.DayOfWeek => DraftRhythm.MonthlyLast,
            (RecurrenceFrequency.Monthly, 1, [{ Ordinal: > 0 } nth]) when nth.Day == first.DayOfWeek && nth.Ordinal == OrdinalOf(first) => DraftRhythm.Monthly,
            _ => null,
        };
        return rhythm is not { } told ? null : new DraftSeries(
            first, TimeOnly.FromDateTime(series.Start), TimeOnly.FromDateTime(series.Start + series.Length), told,
            told is DraftRhythm.Weekly or DraftRhythm.EverySecondWeek ? [.. rule.ByDay.Select(day => day.Day)] : [],
            rule.Until, [.. series.LeftOut.Select(DateOnly.FromDateTime)], series.NotOnHolidays);
    }

    /// <summary>Which of its weekday a day is in its month.</summary>
    public static int OrdinalOf(DateOnly day) => ((day.Day - 1) / 7) + 1;

    public bool Equals(DraftSeries? other) =>
        other is not null && (First, From, To, Rhythm, Until, NotOnHolidays) == (other.First, other.From, other.To, other.Rhythm, other.Until, other.NotOnHolidays)
        && Weekdays.SequenceEqual(other.Weekdays) && NotOn.SequenceEqual(other.NotOn);

    public override int GetHashCode() => HashCode.Combine(First, From, To, Rhythm, Until);
}
