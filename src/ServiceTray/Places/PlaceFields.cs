using ServiceTray.GraphQL;
using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>Fields of a place that are not its members as they stand.</summary>
internal static class PlaceFields
{
    /// <summary>What it is called.</summary>
    public static Text? Name(Place place, RequestLanguage request, [Enclosing] Language? language = null) =>
        place.Name.TextOrNull(language ?? request.Language);

    /// <summary>Street and number.</summary>
    public static Text? StreetAddress(Place place, RequestLanguage request, [Enclosing] Language? language = null) =>
        place.StreetAddress.TextOrNull(language ?? request.Language);

    /// <summary>How to get there and in.</summary>
    public static Text? Arrival(Place place, RequestLanguage request, [Enclosing] Language? language = null) =>
        place.Arrival.TextOrNull(language ?? request.Language);

    /// <summary>The point that may be shown.</summary>
    public static Coordinates? Coordinates(Place place) => place.ShownCoordinates;

    /// <summary>The municipality of its code.</summary>
    public static Region? Municipality(Place place, Regions regions) => regions.Municipality(place.Municipality);
}
