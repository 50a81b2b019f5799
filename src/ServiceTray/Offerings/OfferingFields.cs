using ServiceTray.Calendar;
using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>What an activity or event tells over GraphQL besides its own members.</summary>
internal static class OfferingFields
{
    private const int MostOccurrences = 100;

    public static Text Name(Offering offering, [Enclosing] Language? language, RequestLanguage request) => offering.Name.Pick(language ?? request.Language);

    public static Text? Summary(Offering offering, [Enclosing] Language? language, RequestLanguage request) =>
        offering.Summary.TextOrNull(language ?? request.Language);

    public static Text? Description(Offering offering, [Enclosing] Language? language, RequestLanguage request) =>
        offering.Description.TextOrNull(language ?? request.Language);

    public static IEnumerable<Theme> Themes(Offering offering) => [.. offering.Themes.Select(Theme.Of)];

    public static ValueTask<Organisation?> OrganisationAsync(Offering offering, OrganisationLoader organisations) =>
        organisations.LoadAsync(offering.OrganisationId);

    public static async ValueTask<IReadOnlyList<Place>> PlacesAsync(Offering offering, PlaceLoader places) =>
        [.. (await places.LoadManyAsync(offering.PlaceIds)).OfType<Place>()];

    public static DateTimeOffset NextCheckAt(Offering offering) => Freshness.Of(offering).NextCheckAt;

    public static bool Stale(Offering offering, TimeProvider clock) => Freshness.Of(offering).IsStale(clock.GetUtcNow());

    public static IReadOnlyList<Guid> Replaces(Offering offering, Joins joins) => joins.OthersOf(offering.Id);

    public static IReadOnlyList<Audience> Audiences(Offering offering) => [.. offering.Audiences.Select(Audience.Of)];

    public static ShownPicture? Picture(Offering offering) => ShownPicture.Of(offering);

    public static int? MinimumAge(Offering offering) => offering.Ages.Minimum;

    public static int? MaximumAge(Offering offering) => offering.Ages.Maximum;

    public static IReadOnlyList<DatedOccurrence> Occurrences(Offering offering, int first, DateTimeOffset? from, DateTimeOffset? to, TimeProvider clock) =>
        first is < 0 or > MostOccurrences
            ? throw new FilterInvalidException("first", $"From 0 to {MostOccurrences}.")
            : [.. offering.OccurrencesBetween(from ?? clock.GetUtcNow(), to).Take(first).Select(occurrence => new DatedOccurrence(offering.Id, occurrence))];

    /// <summary>The series in words; of explicit dates there is none.</summary>
    public static Text? Recurrence(Offering offering, [Enclosing] Language? language, RequestLanguage request, TimeProvider clock) =>
        RecurrenceWords.TextOrNull(offering.Recurrence, HelsinkiTime.Day(clock.GetUtcNow()), language ?? request.Language);
}

/// <summary>What only an activity tells.</summary>
internal static class ActivityFields
{
    public static GuidancePoint? GuidancePoint(Activity activity, TimeProvider clock) =>
        activity.GuidancePoint is { } point && point.IsInForce(HelsinkiTime.Day(clock.GetUtcNow())) ? point : null;
}

/// <summary>A date of an offering, with an id of its own.</summary>
internal sealed record DatedOccurrence(Guid Offering, Occurrence Occurrence)
{
    /// <summary>It stays when the date is moved.</summary>
    public Guid Id => Source.IdOf($"occurrence of {Offering}", $"{(Occurrence.MovedFrom ?? Occurrence.StartsAt).UtcDateTime:O}");

    public DateTimeOffset StartsAt => Occurrence.StartsAt;

    public DateTimeOffset EndsAt => Occurrence.EndsAt;

    public bool AllDay => Occurrence.AllDay;

    public EventStatus Status => Occurrence.Status;

    public DateTimeOffset? MovedFrom => Occurrence.MovedFrom;

    public string? Elsewhere => Occurrence.Place;
}
