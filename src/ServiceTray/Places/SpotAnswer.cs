using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>A spot as understood from a resident's words, as REST tells it.</summary>
internal sealed record SpotAnswer
{
    /// <summary>What it is called.</summary>
    public required Text Label { get; init; }

    /// <summary>How precisely it is known.</summary>
    public required SpotPrecision Precision { get; init; }

    /// <summary>The point that distances are measured from.</summary>
    public required Coordinates Coordinates { get; init; }

    /// <summary>The municipality it lies in; null: a county, or abroad.</summary>
    public required RegionAnswer? Municipality { get; init; }

    /// <summary>How it is known: by borders, by the nearest postal area, or by its name; null: there is none.</summary>
    public required MunicipalityBy? MunicipalityBy { get; init; }

    public static SpotAnswer Of(Spot spot, Language language) => new()
    {
        Label = spot.Label.Pick(language),
        Precision = spot.Precision,
        Coordinates = spot.Coordinates,
        Municipality = spot.Municipality is { } region ? RegionAnswer.Of(region, language) : null,
        MunicipalityBy = spot.MunicipalityBy,
    };
}
