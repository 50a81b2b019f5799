namespace ServiceTray.Search.Geography;

/// <summary>
/// An area between straight lines on the map of degrees, WGS84, as GeoJSON draws them; the last corner is joined to the first. Where the
/// lines cross, what an odd number of them parts from the outside is inside. It does not reach over the date line.
/// </summary>
public sealed record GeoPolygon
{
    /// <summary>The fewest corners that make an area.</summary>
    public const int FewestCorners = 3;

    /// <summary>An area.</summary>
    /// <param name="corners">Corners in order, at least three and on the globe; the first need not be told again.</param>
    /// <exception cref="ArgumentException">There are too few corners, or one is off the globe.</exception>
    public GeoPolygon(IReadOnlyList<GeoPoint> corners)
    {
        Corners = corners.Count > 1 && corners[0] == corners[^1] ? [.. corners.SkipLast(1)] : corners;
        if (Corners.Count < FewestCorners || !Corners.All(corner => corner.IsOnGlobe))
        {
            throw new ArgumentException("A polygon has three corners or more, all on the globe.", nameof(corners));
        }

        Around = new GeoBox(Corners.Min(each => each.Latitude), Corners.Min(each => each.Longitude), Corners.Max(each => each.Latitude), Corners.Max(each => each.Longitude));
    }

    /// <summary>The corners, the first told once.</summary>
    public IReadOnlyList<GeoPoint> Corners { get; }

    /// <summary>The least box that holds it.</summary>
    internal GeoBox Around { get; }

    /// <summary>Whether a point is inside: a line from it to the east crosses the edges an odd number of times. On an edge either is right.</summary>
    internal bool Holds(GeoPoint point)
    {
        var inside = false;
        var before = Corners[^1];
        foreach (var corner in Corners)
        {
            if ((corner.Latitude > point.Latitude) != (before.Latitude > point.Latitude)
                && point.Longitude < ((before.Longitude - corner.Longitude) * (point.Latitude - corner.Latitude) / (before.Latitude - corner.Latitude)) + corner.Longitude)
            {
                inside = !inside;
            }

            before = corner;
        }

        return inside;
    }
}
