using System.Globalization;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Publishing.Series;
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
    DraftSeriesInput? Series = null,
    DraftPlaceInput? Place = null,
    string? Phone = null,
    string? Email = null,
    string? Web = null,
    bool? Free = null,
    bool? LowThreshold = null)
{
    /// <summary>What it tells, over what was there: what a program cannot tell stays as it was, and so do a rhythm and how much of a place is shown where it leaves them out.</summary>
    /// <exception cref="DraftRefusedException">A time is none, or the dates are told in two ways.</exception>
    public DraftContent Over(DraftContent before) => before with
    {
        Kind = Kind,
        Name = Words(Name),
        Summary = Words(Summary),
        Description = Words(Description),
        Themes = Themes ?? [],
        Times = [.. (Times ?? []).Select(time => new WeeklyTime(Day(time.Weekday), Clock(time.From, "times"), Clock(time.To, "times")))],
        Dates = [.. (Dates ?? []).Select(date => new DraftDate(date.Day, Clock(date.From, "dates"), Clock(date.To, "dates")))],
        Series = SeriesOver(before.Series),
        Place = Place is null ? null : new DraftPlace(TypedText.OrNull(Place.Name), TypedText.OrNull(Place.Street), Place.Area.Trim(), Place.Shown ?? before.Place?.Shown ?? PlaceDisclosure.Whole),
        Phone = TypedText.OrNull(Phone),
        Email = TypedText.OrNull(Email),
        Web = TypedText.OrNull(Web),
        Free = Free,
        LowThreshold = LowThreshold ?? false,
    };

    private DraftSeries? SeriesOver(DraftSeries? before)
    {
        var isTold = (Times?.Count ?? 0) + (Dates?.Count ?? 0) > 0;
        if (Series is not { } series)
        {
            return isTold ? null : before;
        }

        var isWeekly = series.Rhythm is DraftRhythm.Weekly or DraftRhythm.EverySecondWeek;
        return isTold || (!isWeekly && series.Weekdays is { Count: > 0 })
            ? throw new DraftRefusedException(new DraftProblem("series", DraftFault.Wrong))
            : new DraftSeries(
                series.First, Clock(series.From, "series"), Clock(series.To, "series"), series.Rhythm, [.. (series.Weekdays ?? []).Select(Day).Distinct()],
                series.Until, [.. (series.NotOn ?? []).Distinct().Order()], series.NotOnHolidays ?? false);
    }

    private static DayOfWeek Day(Weekday weekday) => (DayOfWeek)(((int)weekday + 1) % 7);

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
internal sealed record DraftPlaceInput(string Area, string? Name = null, string? Street = null, PlaceDisclosure? Shown = null);

/// <summary>Dates that come again, as asked over GraphQL.</summary>
internal sealed record DraftSeriesInput(
    DateOnly First, string From, string To, DraftRhythm Rhythm, IReadOnlyList<Weekday>? Weekdays = null, DateOnly? Until = null, IReadOnlyList<DateOnly>? NotOn = null, bool? NotOnHolidays = null);
