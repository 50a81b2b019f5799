namespace ServiceTray.Places;

/// <summary>How much of a place anybody may know.</summary>
internal enum PlaceDisclosure
{
    /// <summary>All that is known of it.</summary>
    Whole,

    /// <summary>Its name, postal code and about where it is, without its street.</summary>
    Neighbourhood,

    /// <summary>Its municipality, and nothing else.</summary>
    Municipality,
}
