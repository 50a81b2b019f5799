namespace ServiceTray.Search.Geography;

/// <summary>A cell of a level of the <see cref="HilbertCurve"/>, with how the curve runs through it: its sides changed for one another, and turned about.</summary>
internal readonly record struct HilbertCell(int Level, int Column, int Row, uint Number, bool Swapped, bool Turned)
{
    /// <summary>The numbers of the smallest cells within it.</summary>
    public CodeRange Codes
    {
        get
        {
            var shift = 2 * (HilbertCurve.Levels - Level);
            return new CodeRange((uint)((ulong)Number << shift), (uint)((((ulong)Number + 1) << shift) - 1));
        }
    }

    /// <summary>The quarter that the curve passes as the first (0) to the last (3).</summary>
    public HilbertCell Quarter(int place)
    {
        var (right, up) = (place >= 2, place is 1 or 2);
        var (east, north) = Swapped ? (up, right) : (right, up);
        return new HilbertCell(
            Level + 1,
            (2 * Column) + (east != Turned ? 1 : 0),
            (2 * Row) + (north != Turned ? 1 : 0),
            (4 * Number) + (uint)place,
            Swapped == up,
            Turned ^ (right && !up));
    }
}
