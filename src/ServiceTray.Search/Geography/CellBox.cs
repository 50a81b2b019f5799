namespace ServiceTray.Search.Geography;

/// <summary>Columns and rows of a level, both ends included.</summary>
internal readonly record struct CellBox(int West, int East, int South, int North) : ICellShape
{
    private const int MostAcross = 8;

    /// <summary>How many rows.</summary>
    public int Rows => North - South + 1;

    private int Columns => East - West + 1;

    /// <summary>The cells that a box touches, of the smallest level where they are at most eight long and wide.</summary>
    public static (CellBox Cells, int Level) Smallest(GeoBox box)
    {
        var level = HilbertCurve.Levels;
        var cells = Of(box, level);
        while (level > 1 && (cells.Columns > MostAcross || cells.Rows > MostAcross))
        {
            cells = Of(box, --level);
        }

        return (cells, level);
    }

    public Overlap With(int west, int east, int south, int north) =>
        west > East || east < West || south > North || north < South ? Overlap.Beside
        : west >= West && east <= East && south >= South && north <= North ? Overlap.Within
        : Overlap.Across;

    private static CellBox Of(GeoBox box, int level) => new(
        HilbertCurve.Column(box.West, level), HilbertCurve.Column(box.East, level), HilbertCurve.Row(box.South, level), HilbertCurve.Row(box.North, level));
}
