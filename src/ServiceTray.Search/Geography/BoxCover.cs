namespace ServiceTray.Search.Geography;

/// <summary>Finds the runs of Hilbert numbers that together hold a box, and a little more.</summary>
internal static class BoxCover
{
    /// <summary>The box around a circle; the whole width where it reaches a pole or over the date line.</summary>
    public static GeoBox Around(GeoPoint centre, double radiusMetres)
    {
        var reach = double.RadiansToDegrees(radiusMetres / Globe.Radius) * (1 + 1e-9) + 1e-9;
        var (south, north) = (centre.Latitude - reach, centre.Latitude + reach);
        if (south <= -90 || north >= 90)
        {
            return new GeoBox(Math.Max(south, -90), -180, Math.Min(north, 90), 180);
        }

        var ratio = Math.Sin(double.DegreesToRadians(reach)) / Math.Cos(double.DegreesToRadians(centre.Latitude));
        var side = ratio >= 1 ? 180 : double.RadiansToDegrees(Math.Asin(ratio)) * (1 + 1e-9) + 1e-9;
        var (west, east) = (centre.Longitude - side, centre.Longitude + side);
        return west < -180 || east > 180 ? new GeoBox(south, -180, north, 180) : new GeoBox(south, west, north, east);
    }

    /// <summary>The runs, in order, not touching one another.</summary>
    public static List<CodeRange> Ranges(GeoBox box)
    {
        var (cells, level) = CellBox.Smallest(box);
        return CellCover.Ranges(cells, level);
    }
}
