namespace ServiceTray.Search.Geography;

/// <summary>Finds the runs of Hilbert numbers that together hold a box or a circle, and a little more.</summary>
internal static class BoxCover
{
    private const int MostCellsAcross = 8;
    private const int UsualRanges = 16;

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
        var level = HilbertCurve.Levels;
        while (level > 1 && (Across(box, level) > MostCellsAcross || Up(box, level) > MostCellsAcross))
        {
            level--;
        }

        var cells = new CellBox(
            HilbertCurve.Column(box.West, level), HilbertCurve.Column(box.East, level), HilbertCurve.Row(box.South, level), HilbertCurve.Row(box.North, level));
        var ranges = new List<CodeRange>(UsualRanges);
        Descend(new HilbertCell(0, 0, 0, 0, Swapped: false, Turned: false), cells, level, ranges);
        return ranges;
    }

    // Quarter by quarter along the curve: what lies beside the box is passed over, what lies within it is taken whole.
    private static void Descend(in HilbertCell cell, in CellBox box, int level, List<CodeRange> ranges)
    {
        var below = level - cell.Level;
        if (!box.Meets(cell.Column << below, ((cell.Column + 1) << below) - 1, cell.Row << below, ((cell.Row + 1) << below) - 1, out var within))
        {
            return;
        }

        if (within || below == 0)
        {
            Add(cell.Codes, ranges);
            return;
        }

        for (var quarter = 0; quarter < 4; quarter++)
        {
            Descend(cell.Quarter(quarter), box, level, ranges);
        }
    }

    private static void Add(CodeRange range, List<CodeRange> ranges)
    {
        if (ranges.Count > 0 && ranges[^1].Last + 1 == range.First)
        {
            ranges[^1] = ranges[^1] with { Last = range.Last };
        }
        else
        {
            ranges.Add(range);
        }
    }

    private static int Across(GeoBox box, int level) => HilbertCurve.Column(box.East, level) - HilbertCurve.Column(box.West, level) + 1;

    private static int Up(GeoBox box, int level) => HilbertCurve.Row(box.North, level) - HilbertCurve.Row(box.South, level) + 1;

    // Columns and rows of a level, both ends included.
    private readonly record struct CellBox(int West, int East, int South, int North)
    {
        public bool Meets(int west, int east, int south, int north, out bool within)
        {
            within = west >= West && east <= East && south >= South && north <= North;
            return west <= East && east >= West && south <= North && north >= South;
        }
    }
}
