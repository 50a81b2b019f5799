using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>A municipality, county or postal code as REST tells it.</summary>
internal sealed record RegionAnswer
{
    /// <summary>Its code, as 297, PS or 70100.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required RegionKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required Text Name { get; init; }

    public static RegionAnswer Of(Region region, Language language) => new() { Code = region.Code, Kind = region.Kind, Name = region.Name.Pick(language) };
}
