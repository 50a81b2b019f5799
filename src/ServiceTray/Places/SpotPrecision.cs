namespace ServiceTray.Places;

/// <summary>How precisely a spot is known.</summary>
internal enum SpotPrecision
{
    /// <summary>The very point that was told.</summary>
    Point,

    /// <summary>A named part of a municipality; the point is its centre.</summary>
    Area,

    /// <summary>The area of a postal code; the point is its centre.</summary>
    PostalCode,

    /// <summary>A municipality; the point is its centre.</summary>
    Municipality,

    /// <summary>A county; the point is its centre.</summary>
    County,
}
