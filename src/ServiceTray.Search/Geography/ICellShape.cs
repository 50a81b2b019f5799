namespace ServiceTray.Search.Geography;

/// <summary>A place as the cells of one level of the <see cref="HilbertCurve"/> see it.</summary>
internal interface ICellShape
{
    /// <summary>How the cells from one column to another and from one row to another, both ends included, lie to those that hold it.</summary>
    Overlap With(int west, int east, int south, int north);
}
