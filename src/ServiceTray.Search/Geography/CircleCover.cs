namespace ServiceTray.Search.Geography;

/// <summary>Finds the runs of Hilbert numbers that together hold a circle, and a little more.</summary>
internal static class CircleCover
{
    /// <summary>The runs, in order, not touching one another.</summary>
    public static List<CodeRange> Ranges(GeoPoint centre, double radiusMetres)
    {
        var box = BoxCover.Around(centre, radiusMetres);
        var (cells, level) = CellBox.Smallest(box);

        // Where the circle goes round the globe its box is the best that is known.
        return box.East - box.West >= 360 ? CellCover.Ranges(cells, level) : CellCover.Ranges(CellCircle.Of(centre, radiusMetres, cells, level), level);
    }
}
