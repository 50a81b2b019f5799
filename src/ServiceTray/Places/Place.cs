using ServiceTray.Languages;

namespace ServiceTray.Places;

/// <summary>Where something goes on.</summary>
internal sealed class Place
{
    /// <summary>Its lasting id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called; empty when only its address is known.</summary>
    public LocalizedText Name { get; set; } = LocalizedText.Empty;

    /// <summary>Street and number.</summary>
    public LocalizedText StreetAddress { get; set; } = LocalizedText.Empty;

    /// <summary>Five digits; null: not told.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Code of its municipality; null: not told, or abroad.</summary>
    public string? Municipality { get; set; }

    /// <summary>The point; null: not known.</summary>
    public Coordinates? Coordinates { get; set; }

    /// <summary>True when the point is not known better than this, or must not be told better; it is then snapped.</summary>
    public bool Approximate { get; set; }

    /// <summary>How much of it anybody may know; what nobody may is not kept either.</summary>
    public PlaceDisclosure Disclosure { get; set; }

    /// <summary>The point that may be shown and measured from: snapped to a coarse grid when the place is approximate.</summary>
    public Coordinates? ShownCoordinates => Approximate ? Coordinates?.Snapped() : Coordinates;

    /// <summary>How to get there and in.</summary>
    public LocalizedText Arrival { get; set; } = LocalizedText.Empty;

    /// <summary>Lets go of all that nobody may know, before it is kept.</summary>
    public Place AsDisclosed()
    {
        if (Disclosure == PlaceDisclosure.Whole)
        {
            return this;
        }

        (StreetAddress, Arrival, Approximate) = (LocalizedText.Empty, LocalizedText.Empty, true);
        (Name, PostalCode, Coordinates) = Disclosure == PlaceDisclosure.Municipality ? (LocalizedText.Empty, null, null) : (Name, PostalCode, Coordinates?.Snapped());
        return this;
    }
}
