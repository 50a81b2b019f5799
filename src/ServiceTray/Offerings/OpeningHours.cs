using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>Hours of the same length on some weekdays, or a closure, in force between two dates.</summary>
internal sealed record OpeningHours(
    IReadOnlyList<DayOfWeek> Weekdays,
    TimeOnly? Opens,
    TimeOnly? Closes,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    bool Closed,
    LocalizedText Note);
