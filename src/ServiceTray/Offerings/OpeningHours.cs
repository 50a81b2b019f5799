using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>Hours of the same length on some weekdays, or a closure, in force between two dates; exceptional ones are told as what holds instead of the ordinary.</summary>
internal sealed record OpeningHours(
    IReadOnlyList<DayOfWeek> Weekdays,
    TimeOnly? Opens,
    TimeOnly? Closes,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    bool Closed,
    LocalizedText Note,
    bool Exceptional = false)
{
    /// <summary>Whether it tells of a day; without weekdays it tells of every day of its span, as closures do.</summary>
    public bool IsTold(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo) && (Weekdays.Count == 0 || Weekdays.Contains(day.DayOfWeek));
}
