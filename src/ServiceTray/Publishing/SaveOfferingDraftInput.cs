using System.Globalization;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Publishing;

/// <summary>A draft to save, as asked over GraphQL.</summary>
internal sealed record SaveOfferingDraftInput(
    string Organisation,
    OfferingKind Kind,
    string? Id = null,
    int? Version = null,
    WordsInput? Name = null,
    WordsInput? Summary = null,
    WordsInput? Description = null,
    IReadOnlyList<ThemeCode>? Themes = null,
    IReadOnlyList<WeeklyTimeInput>? Times = null,
    IReadOnlyList<DraftDateInput>? Dates = null,
    DraftPlaceInput? Place = null,
    string? Phone = null,
    string? Email = null,
    string? Web = null,
    bool? Free = null,
    bool? LowThreshold = null)
{
    /// <exception cref="DraftRefusedException">A time is none.</exception>
    public DraftContent Content => new()
    {
        Kind = Kind,
        Name = Words(Name),
        Summary = Words(Summary),
        Description = Words(Description),
        Themes = Themes ?? [],
        Times = [.. (Times ?? []).Select(time => new WeeklyTime((DayOfWeek)(((int)time.Weekday + 1) % 7), Clock(time.From, "times"), Clock(time.To, "times")))],
        Dates = [.. (Dates ?? []).Select(date => new DraftDate(date.Day, Clock(date.From, "dates"), Clock(date.To, "dates")))],
        Place = Place is null ? null : new DraftPlace(TypedText.OrNull(Place.Name), TypedText.OrNull(Place.Street), Place.Area.Trim()),
        Phone = TypedText.OrNull(Phone),
        Email = TypedText.OrNull(Email),
        Web = TypedText.OrNull(Web),
        Free = Free,
        LowThreshold = LowThreshold ?? false,
    };

    private static TimeOnly Clock(string written, string field) =>
        TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new DraftRefusedException(new DraftProblem(field, DraftFault.Wrong));

    private static LocalizedText Words(WordsInput? words) => LocalizedText.Of(words?.Fi, words?.Sv, words?.En);
}

/// <summary>The same words in the tray's languages, as asked over GraphQL.</summary>
internal sealed record WordsInput(string? Fi = null, string? Sv = null, string? En = null);

/// <summary>A weekday with its hours, as asked over GraphQL.</summary>
internal sealed record WeeklyTimeInput(Weekday Weekday, string From, string To);

/// <summary>A day with its hours, as asked over GraphQL.</summary>
internal sealed record DraftDateInput(DateOnly Day, string From, string To);

/// <summary>Where, as asked over GraphQL.</summary>
internal sealed record DraftPlaceInput(string Area, string? Name = null, string? Street = null);
