namespace ServiceTray.Search.Geography;

/// <summary>A point of the globe as a vector of single precision, four numbers long, so that where it lies in a mapped file it is never across two lines of memory.</summary>
/// <param name="X">As in <see cref="UnitVector"/>.</param>
/// <param name="Y">As in <see cref="UnitVector"/>.</param>
/// <param name="Z">As in <see cref="UnitVector"/>.</param>
/// <param name="Points">How many points there are where this is the first.</param>
internal readonly record struct RoughVector(float X, float Y, float Z, int Points)
{
    /// <summary>The straight line to another vector is at most so much longer or shorter than told (of the globe's radius): √3 · 2⁻²⁵ for the rounding of three numbers of at most 1, and as much again for working it out.</summary>
    public const double Error = 1.04e-7;

    /// <summary>Of the first of some points.</summary>
    public static RoughVector Of(UnitVector vector, int points) => new((float)vector.X, (float)vector.Y, (float)vector.Z, points);

    /// <summary>The square of the straight line to a vector, about.</summary>
    public double SquaredChord(in UnitVector other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }
}
