using System.Globalization;
using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>A spot as understood from a resident's words, with how precisely; a point has no name, and its municipality is null for a county or abroad.</summary>
internal sealed record Spot(LocalizedText? Name, SpotPrecision Precision, Coordinates Coordinates, Region? Municipality)
{
    /// <summary>Its name, or the point's degrees.</summary>
    public LocalizedText Label => Name ?? Degrees(Coordinates);

    /// <summary>How its municipality is known; null: it has none.</summary>
    public MunicipalityBy? MunicipalityBy { get => Municipality is null ? null : field ?? Places.MunicipalityBy.Name; init; }

    private static LocalizedText Degrees(Coordinates point)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.#####}, {point.Longitude:0.#####}");
        return LocalizedText.Of(label, label, label);
    }
}
