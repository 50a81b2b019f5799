using System.Text.Json.Serialization;
using ServiceTray.Calendar;

namespace ServiceTray.Offerings;

/// <summary>A series on the Finnish clock: when it begins, by what rule it comes again, which dates are added, left out or changed.</summary>
internal sealed record Recurrence
{
    /// <summary>No list of dates is longer; a series that tells more is none that people keep.</summary>
    public const int LongestList = 1_000;

    /// <summary>No date is longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private const int FirstYear = 1970;

    /// <exception cref="ArgumentException">The parts make no series.</exception>
    [JsonConstructor]
    public Recurrence(
        DateTime start,
        TimeSpan length,
        RecurrenceRule? rule = null,
        bool allDay = false,
        bool notOnHolidays = false,
        IReadOnlyList<DateTime>? added = null,
        IReadOnlyList<DateTime>? leftOut = null,
        IReadOnlyList<ChangedDate>? changes = null)
    {
        Refuse(nameof(length), length < TimeSpan.Zero || length > Longest, "A date of a series lasts from nothing to a year.");
        Refuse(nameof(added), added?.Count > LongestList || leftOut?.Count > LongestList || changes?.Count > LongestList, $"At most {LongestList} dates in a list.");
        Refuse(nameof(start), (added ?? []).Concat(leftOut ?? []).Append(start).Any(IsFarOff) || changes?.Any(change => IsFarOff(change.At) || IsFarOff(change.Starts ?? change.At)) == true, $"The years of a series are {FirstYear} to {PeriodDays.LastYear}.");
        (Start, Length, Rule, AllDay, NotOnHolidays) = (start, length, rule, allDay, notOnHolidays);
        (Added, LeftOut, Changes) = (added ?? [], leftOut ?? [], changes ?? []);
    }

    /// <summary>The first date, which belongs to the series whether the rule names it or not.</summary>
    public DateTime Start { get; }

    /// <summary>How long each date lasts; a night's hours stay the same when the clock changes in them.</summary>
    public TimeSpan Length { get; }

    public RecurrenceRule? Rule { get; }

    public bool AllDay { get; }

    /// <summary>Leaves out the public holidays, but for dates that were added by hand.</summary>
    public bool NotOnHolidays { get; }

    public IReadOnlyList<DateTime> Added { get; }

    public IReadOnlyList<DateTime> LeftOut { get; }

    public IReadOnlyList<ChangedDate> Changes { get; }

    [JsonIgnore]
    public bool IsEndless => Rule is { IsEndless: true };

    public Recurrence WithoutPlaces() =>
        new(Start, Length, Rule, AllDay, NotOnHolidays, Added, LeftOut, [.. Changes.Select(change => new ChangedDate(change.At, change.Status, change.Starts, change.Length))]);

    private static bool IsFarOff(DateTime date) => date.Year is < FirstYear or > PeriodDays.LastYear;

    private static void Refuse(string argument, bool wrong, string message)
    {
        if (wrong)
        {
            throw new ArgumentException(message, argument);
        }
    }
}
