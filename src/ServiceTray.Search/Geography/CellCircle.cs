namespace ServiceTray.Search.Geography;

/// <summary>The cells of a level that a circle may touch: of each row those from one column to another.</summary>
internal readonly struct CellCircle : ICellShape
{
    // Wide of what rounding can be wrong by: a billionth, or a centimetre.
    private const double Hair = 1e-9;
    private const double HairAtLeast = 1e-18;

    private readonly int _south;

    // The columns of each row; where there are none, the first is past the last.
    private readonly (int West, int East)[] _rows;

    private CellCircle(int south, (int West, int East)[] rows) => (_south, _rows) = (south, rows);

    /// <summary>
    /// A circle that neither reaches a pole nor goes over the date line. The haversine of a distance is hav Δφ + cos φ₁ cos φ₂ hav Δλ, and each
    /// part is least at an edge of the cell.
    /// </summary>
    /// <param name="centre">Its middle.</param>
    /// <param name="radiusMetres">How far it reaches.</param>
    /// <param name="box">The cells of the box around it.</param>
    /// <param name="level">Their level.</param>
    public static CellCircle Of(GeoPoint centre, double radiusMetres, in CellBox box, int level)
    {
        var (width, height) = (360.0 / (1 << level), 180.0 / (1 << level));
        var reach = (Globe.SquaredChord(radiusMetres) / 4 * (1 + Hair)) + HairAtLeast;
        var cosine = Math.Cos(double.DegreesToRadians(centre.Latitude));
        var rows = new (int West, int East)[box.Rows];
        for (var row = 0; row < rows.Length; row++)
        {
            var south = ((box.South + row) * height) - 90;
            var left = reach - Haversine(Math.Max(0, Math.Max(south - centre.Latitude, centre.Latitude - south - height)));
            var least = cosine * Math.Min(Cosine(south), Cosine(south + height));

            // A row that reaches a pole is touched all along.
            var side = left >= least ? 180 : double.RadiansToDegrees(2 * Math.Asin(Math.Sqrt(left / least))) * (1 + Hair);
            rows[row] = left < 0 ? (1, 0) : (
                Math.Max(box.West, (int)Math.Floor((centre.Longitude + 180 - side) / width)),
                Math.Min(box.East, (int)Math.Floor((centre.Longitude + 180 + side) / width)));
        }

        return new CellCircle(box.South, rows);
    }

    public Overlap With(int west, int east, int south, int north)
    {
        var (first, last) = (south - _south, north - _south);
        var touched = false;
        var whole = first >= 0 && last < _rows.Length;
        for (var row = Math.Max(first, 0); row <= Math.Min(last, _rows.Length - 1) && (whole || !touched); row++)
        {
            var (from, to) = _rows[row];
            touched |= west <= to && east >= from;
            whole &= west >= from && east <= to;
        }

        return whole ? Overlap.Within : touched ? Overlap.Across : Overlap.Beside;
    }

    private static double Haversine(double degrees)
    {
        var half = Math.Sin(double.DegreesToRadians(degrees) / 2);
        return half * half;
    }

    private static double Cosine(double latitude) => Math.Max(0, Math.Cos(double.DegreesToRadians(latitude)));
}
