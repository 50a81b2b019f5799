namespace ServiceTray.Places;

/// <summary>A point on earth in degrees, WGS84; cannot lie off the globe.</summary>
internal sealed record Coordinates
{
    /// <summary>A point.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not on the globe.</exception>
    public Coordinates(double latitude, double longitude)
    {
        Latitude = Math.Abs(latitude) <= 90 ? latitude : throw new ArgumentOutOfRangeException(nameof(latitude), "Latitude is −90 to 90.");
        Longitude = Math.Abs(longitude) <= 180 ? longitude : throw new ArgumentOutOfRangeException(nameof(longitude), "Longitude is −180 to 180.");
    }

    /// <summary>Degrees north.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; }

    /// <summary>The point, or null when it would lie off the globe.</summary>
    public static Coordinates? OrNull(double latitude, double longitude) => Are(latitude, longitude) ? new(latitude, longitude) : null;

    /// <summary>Whether the degrees lie on the globe.</summary>
    public static bool Are(double latitude, double longitude) => Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;

    /// <summary>The middle of the cell of a fixed grid, 0.02 by 0.04 degrees, that the point lies in: about two kilometres across.</summary>
    public Coordinates Snapped() => new(Middle(Latitude, 0.02), Middle(Longitude, 0.04));

    /// <summary>Metres to another point along the surface of a sphere (haversine), within 0.6 % of the ellipsoid's.</summary>
    public double MetresTo(Coordinates other)
    {
        const double EarthRadius = 6_371_008.8;
        var north = double.DegreesToRadians(other.Latitude - Latitude) / 2;
        var east = double.DegreesToRadians(other.Longitude - Longitude) / 2;
        var chord = Math.Pow(Math.Sin(north), 2)
            + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * Math.Pow(Math.Sin(east), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    private static double Middle(double degrees, double cell) => Math.Round((Math.Floor(degrees / cell) + 0.5) * cell, 6);
}
