namespace ServiceTray.Search.Geography;

/// <summary>A point on earth in degrees, WGS84.</summary>
/// <param name="Latitude">−90 to 90.</param>
/// <param name="Longitude">−180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    internal bool IsOnGlobe => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;
}
