namespace ServiceTray.Search.Geography;

/// <summary>Columns and rows of a level, both ends included.</summary>
internal readonly record struct CellBox(int West, int East, int South, int North) : ICellShape
{
    /// <summary>How many columns.</summary>
    public int Across => East - West + 1;

    /// <summary>How many rows.</summary>
    public int Up => North - South + 1;

    /// <summary>The cells of a level that a box touches.</summary>
    public static CellBox Of(GeoBox box, int level) => new(
        HilbertCurve.Column(box.West, level), HilbertCurve.Column(box.East, level), HilbertCurve.Row(box.South, level), HilbertCurve.Row(box.North, level));

    /// <summary>The smallest level's where it is at most so many cells long and wide.</summary>
    public static (CellBox Cells, int Level) Smallest(GeoBox box, int most)
    {
        var level = HilbertCurve.Levels;
        var cells = Of(box, level);
        while (level > 1 && (cells.Across > most || cells.Up > most))
        {
            cells = Of(box, --level);
        }

        return (cells, level);
    }

    public Overlap Of(int west, int east, int south, int north) =>
        west > East || east < West || south > North || north < South ? Overlap.Beside
        : west >= West && east <= East && south >= South && north <= North ? Overlap.Within
        : Overlap.Across;
}
