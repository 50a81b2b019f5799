namespace ServiceTray.Search.Geography;

/// <summary>
/// Numbers the cells of a grid over the earth along a Hilbert curve, so that near places have near numbers
/// (D. Hilbert 1891; the turning of quadrants as in Wikipedia's "Hilbert curve", xy2d).
/// </summary>
internal static class HilbertCurve
{
    /// <summary>Halvings of each side: cells of about 300 metres.</summary>
    public const int Levels = 16;

    /// <summary>The number of the smallest cell that holds the point.</summary>
    public static uint Code(GeoPoint point) => (uint)Number(Column(point.Longitude, Levels), Row(point.Latitude, Levels), Levels);

    /// <summary>West–east place of a longitude among the cells of a level.</summary>
    public static int Column(double longitude, int level) => Place((longitude + 180) / 360, level);

    /// <summary>South–north place of a latitude among the cells of a level.</summary>
    public static int Row(double latitude, int level) => Place((latitude + 90) / 180, level);

    /// <summary>The number of a cell among those of its level.</summary>
    public static ulong Number(int column, int row, int level)
    {
        ulong number = 0;
        for (var side = 1 << (level - 1); side > 0; side >>= 1)
        {
            var right = (column & side) != 0 ? 1u : 0u;
            var up = (row & side) != 0 ? 1u : 0u;
            number = (number << 2) | ((3 * right) ^ up);
            if (up == 0)
            {
                if (right == 1)
                {
                    (column, row) = ((side << 1) - 1 - (column & (2 * side - 1)), (side << 1) - 1 - (row & (2 * side - 1)));
                }

                (column, row) = (row, column);
            }
        }

        return number;
    }

    private static int Place(double share, int level)
    {
        var cells = 1 << level;
        return Math.Clamp((int)(share * cells), 0, cells - 1);
    }
}
