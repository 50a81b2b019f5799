using ServiceTray.Languages;
using ServiceTray.Places;

namespace ServiceTray.Export;

/// <summary>A place in one line, as "Uimahalli, Katu 1, 70100 Kuopio".</summary>
internal static class PlaceLine
{
    public static string Of(Place place, Regions regions, Language language) => string.Join(", ", new[]
    {
        place.Name.TextOrNull(language)?.Value,
        place.StreetAddress.TextOrNull(language)?.Value,
        string.Join(' ', new[] { place.PostalCode, regions.Municipality(place.Municipality)?.Name.Pick(language).Value }.OfType<string>()),
    }.Where(part => !string.IsNullOrEmpty(part)));
}
