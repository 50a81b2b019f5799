using System.Globalization;
using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>A spot as understood from a resident's words, with how precisely; its municipality is null for a county or abroad.</summary>
/// <param name="Name">What it is called; null: a point without a name.</param>
/// <param name="Precision">How precisely it is known.</param>
/// <param name="Coordinates">Where it is.</param>
/// <param name="Municipality">Where it lies.</param>
internal sealed record Spot(LocalizedText? Name, SpotPrecision Precision, Coordinates Coordinates, Region? Municipality)
{
    /// <summary>Its name; of a point without one its degrees.</summary>
    public LocalizedText Label => Name ?? Degrees(string.Create(CultureInfo.InvariantCulture, $"{Coordinates.Latitude:0.#####}, {Coordinates.Longitude:0.#####}"));

    /// <summary>How its municipality is known; null: it has none.</summary>
    public MunicipalityBy? MunicipalityBy { get => Municipality is null ? null : field ?? Places.MunicipalityBy.Name; init; }

    private static LocalizedText Degrees(string degrees) => LocalizedText.Of(degrees, degrees, degrees);
}
