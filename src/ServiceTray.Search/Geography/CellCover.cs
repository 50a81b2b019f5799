namespace ServiceTray.Search.Geography;

/// <summary>Finds the runs of Hilbert numbers whose cells together hold a place, and a little more.</summary>
internal static class CellCover
{
    private const int UsualRanges = 32;

    /// <summary>The runs, in order, not touching one another.</summary>
    /// <typeparam name="TShape">What the place is.</typeparam>
    /// <param name="shape">The place.</param>
    /// <param name="level">The level whose cells it tells of; none smaller are looked at.</param>
    public static List<CodeRange> Ranges<TShape>(in TShape shape, int level)
        where TShape : struct, ICellShape
    {
        var ranges = new List<CodeRange>(UsualRanges);
        Descend(new HilbertCell(0, 0, 0, 0, Swapped: false, Turned: false), shape, level, ranges);
        return ranges;
    }

    // Quarter by quarter along the curve: what lies beside the place is passed over, what lies within it is taken whole.
    private static void Descend<TShape>(in HilbertCell cell, in TShape shape, int level, List<CodeRange> ranges)
        where TShape : struct, ICellShape
    {
        var below = level - cell.Level;
        var overlap = shape.With(cell.Column << below, ((cell.Column + 1) << below) - 1, cell.Row << below, ((cell.Row + 1) << below) - 1);
        if (overlap == Overlap.Beside)
        {
            return;
        }

        if (overlap == Overlap.Within || below == 0)
        {
            Add(cell.Codes, ranges);
            return;
        }

        for (var quarter = 0; quarter < 4; quarter++)
        {
            Descend(cell.Quarter(quarter), shape, level, ranges);
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
}
