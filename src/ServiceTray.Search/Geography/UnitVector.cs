namespace ServiceTray.Search.Geography;

/// <summary>A point of the globe as a vector of length 1 from its middle.</summary>
internal readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <summary>The square of the straight line to another, through the globe.</summary>
    public double SquaredChord(in UnitVector other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }
}
