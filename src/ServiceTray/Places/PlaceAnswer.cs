using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>A place as REST tells it.</summary>
internal sealed record PlaceAnswer
{
    /// <summary>Its lasting id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called; null when only its address is known.</summary>
    public required Text? Name { get; init; }

    /// <summary>Street and number.</summary>
    public required Text? StreetAddress { get; init; }

    /// <summary>Five digits; null: not told.</summary>
    public required string? PostalCode { get; init; }

    /// <summary>Its municipality; null: not told, or abroad.</summary>
    public required RegionAnswer? Municipality { get; init; }

    /// <summary>The point; null: not known.</summary>
    public required Coordinates? Coordinates { get; init; }

    /// <summary>True when its point is not known or not told exactly; coordinates and distances are then snapped to its neighbourhood.</summary>
    public required bool Approximate { get; init; }

    /// <summary>How much of it anybody may know.</summary>
    public required PlaceDisclosure Disclosure { get; init; }

    /// <summary>How to get there and in.</summary>
    public required Text? Arrival { get; init; }

    public static PlaceAnswer Of(Place place, Regions regions, Language language) => new()
    {
        Id = place.Id,
        Name = place.Name.TextOrNull(language),
        StreetAddress = place.StreetAddress.TextOrNull(language),
        PostalCode = place.PostalCode,
        Municipality = regions[place.Municipality] is { } region ? RegionAnswer.Of(region, language) : null,
        Coordinates = place.ShownCoordinates,
        Approximate = place.Approximate,
        Disclosure = place.Disclosure,
        Arrival = place.Arrival.TextOrNull(language),
    };
}
