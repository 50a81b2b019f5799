namespace ServiceTray.Search.Geography;

/// <summary>A box in degrees, WGS84, edges included; west is less than east.</summary>
/// <param name="South">Least latitude.</param>
/// <param name="West">Least longitude.</param>
/// <param name="North">Greatest latitude.</param>
/// <param name="East">Greatest longitude.</param>
public readonly record struct GeoBox(double South, double West, double North, double East)
{
    internal bool IsOnGlobe => new GeoPoint(South, West).IsOnGlobe && new GeoPoint(North, East).IsOnGlobe;
}
