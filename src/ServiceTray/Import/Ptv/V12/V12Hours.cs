namespace ServiceTray.Import.Ptv.V12;

/// <summary>When something is open: by the week or between dates, and on holidays.</summary>
internal sealed record V12ServiceHours(IReadOnlyList<V12Hours?>? Hours, V12HolidayHours? HolidayServiceHours);

/// <summary>Hours of one of six kinds, of which each fills its own.</summary>
internal sealed record V12Hours(
    string? Type,
    IReadOnlyDictionary<string, string?>? Heading,
    IReadOnlyDictionary<string, string?>? AdditionalInformation,
    string? OpeningStatus,
    string? FromDate,
    string? ToDate,
    string? FromDay,
    string? ToDay,
    string? FromTime,
    string? ToTime,
    IReadOnlyDictionary<string, V12Day?>? WeeklyHours);

/// <summary>The hours of a weekday.</summary>
internal sealed record V12Day(IReadOnlyList<V12DayHours?>? Hours);

/// <summary>From an hour to an hour, every week, or in odd or even ones.</summary>
internal sealed record V12DayHours(
    string? Start, string? End, string? OpeningStatus, string? Repetition, IReadOnlyDictionary<string, string?>? AdditionalInformation);

/// <summary>The hours of holidays, each year or in some.</summary>
internal sealed record V12HolidayHours(V12Repetition? Repetition, IReadOnlyList<V12Holiday?>? Holidays);

/// <summary>Every year, or the years that are named.</summary>
internal sealed record V12Repetition(string? Type, IReadOnlyList<int>? Years);

/// <summary>A holiday by its name in the register.</summary>
internal sealed record V12Holiday(string? HolidayName, IReadOnlyList<V12DayHours?>? Hours);
