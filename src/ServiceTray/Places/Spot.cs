using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>A spot as understood from a resident's words, with how precisely; its municipality is null for a county or abroad.</summary>
internal sealed record Spot(LocalizedText Label, SpotPrecision Precision, Coordinates Coordinates, Region? Municipality)
{
    /// <summary>How its municipality is known; null: it has none.</summary>
    public MunicipalityBy? MunicipalityBy { get => Municipality is null ? null : field ?? Places.MunicipalityBy.Name; init; }
}
