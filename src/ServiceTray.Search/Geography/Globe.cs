namespace ServiceTray.Search.Geography;

/// <summary>Distances on a sphere of the earth's mean radius, as by the haversine formula; the vector form gives the same and costs less.</summary>
internal static class Globe
{
    /// <summary>Mean radius of the earth in metres (IUGG).</summary>
    public const double Radius = 6_371_008.8;

    /// <summary>Metres between two points, by the haversine formula.</summary>
    public static double Distance(GeoPoint a, GeoPoint b)
    {
        var (φ1, φ2) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var Δφ = Math.Sin((φ2 - φ1) / 2);
        var Δλ = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        var h = (Δφ * Δφ) + (Math.Cos(φ1) * Math.Cos(φ2) * Δλ * Δλ);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>The point as a vector of length 1.</summary>
    public static UnitVector Vector(GeoPoint point)
    {
        var (sinφ, cosφ) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var (sinλ, cosλ) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return new UnitVector(cosφ * cosλ, cosφ * sinλ, sinφ);
    }

    /// <summary>The square of the straight line through the unit sphere that belongs to so many metres on it.</summary>
    public static double SquaredChord(double metres)
    {
        var half = Math.Sin(Math.Min(metres / (2 * Radius), Math.PI / 2));
        return 4 * half * half;
    }

    /// <summary>Metres on the sphere that belong to a squared straight line.</summary>
    public static double Metres(double squaredChord) => 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(squaredChord) / 2));
}
