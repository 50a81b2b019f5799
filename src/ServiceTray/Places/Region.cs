using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>A municipality, county or postal code; codes are unlike over all kinds (297, PS, 70100).</summary>
internal sealed record Region
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required RegionKind Kind { get; init; }

    /// <summary>Its official name; a postal code's is its area's.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What people call it, as "Pohjois-Savo" for the county; else its name.</summary>
    public required LocalizedText ShortName { get; init; }

    /// <summary>Where its people are, in the middle.</summary>
    public required Coordinates Centre { get; init; }

    /// <summary>Code of its county; null: a county itself, or on Åland.</summary>
    public string? County { get; init; }

    /// <summary>Code of its municipality; null for a county.</summary>
    public string? Municipality { get; init; }

    /// <summary>False when the centre told is only its municipality's.</summary>
    public bool HasOwnCentre { get; init; } = true;
}
