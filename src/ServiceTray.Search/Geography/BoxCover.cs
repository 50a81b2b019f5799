namespace ServiceTray.Search.Geography;

/// <summary>Finds the runs of Hilbert numbers that together hold a box or a circle, and a little more.</summary>
internal static class BoxCover
{
    private const int MostCellsAcross = 8;

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

        var numbers = new List<ulong>(MostCellsAcross * MostCellsAcross);
        for (var row = HilbertCurve.Row(box.South, level); row <= HilbertCurve.Row(box.North, level); row++)
        {
            for (var column = HilbertCurve.Column(box.West, level); column <= HilbertCurve.Column(box.East, level); column++)
            {
                numbers.Add(HilbertCurve.Number(column, row, level));
            }
        }

        numbers.Sort();
        return Join(numbers, 2 * (HilbertCurve.Levels - level));
    }

    private static List<CodeRange> Join(List<ulong> numbers, int shift)
    {
        var ranges = new List<CodeRange>();
        foreach (var number in numbers)
        {
            var range = new CodeRange((uint)(number << shift), (uint)(((number + 1) << shift) - 1));
            if (ranges.Count > 0 && ranges[^1].Last + 1 == range.First)
            {
                ranges[^1] = ranges[^1] with { Last = range.Last };
            }
            else
            {
                ranges.Add(range);
            }
        }

        return ranges;
    }

    private static int Across(GeoBox box, int level) => HilbertCurve.Column(box.East, level) - HilbertCurve.Column(box.West, level) + 1;

    private static int Up(GeoBox box, int level) => HilbertCurve.Row(box.North, level) - HilbertCurve.Row(box.South, level) + 1;
}
