namespace ServiceTray.Search.Geography;

/// <summary>A point of the globe in eight bytes, so that eight of them lie in a line of memory: the three numbers of a <see cref="UnitVector"/>, each as one of 2²¹ steps from −1 to 1, and whether it is the only point there.</summary>
/// <param name="Bits">From the highest: whether it is the only one, then X, Y and Z.</param>
internal readonly record struct RoughVector(ulong Bits)
{
    /// <summary>The straight line to another vector is at most so much longer or shorter than told (of the globe's radius; 5.3 metres): half a step in each of three numbers, √3 ÷ (2²¹ − 1), and a hair for working it out.</summary>
    public const double Error = 8.27e-7;

    private const int Width = 21;
    private const int Most = (1 << Width) - 1;
    private const double Step = 2.0 / Most;
    private const ulong Only = 1ul << 63;

    /// <summary>Whether a document has this point and no other.</summary>
    public bool IsOnly => (Bits & Only) != 0;

    /// <summary>Of the first of some points.</summary>
    public static RoughVector Of(UnitVector vector, int points) =>
        new((points == 1 ? Only : 0) | (Steps(vector.X) << (2 * Width)) | (Steps(vector.Y) << Width) | Steps(vector.Z));

    /// <summary>The square of the straight line to a vector, about.</summary>
    public double SquaredChord(in UnitVector other)
    {
        var x = Number(Bits >> (2 * Width)) - other.X;
        var y = Number(Bits >> Width) - other.Y;
        var z = Number(Bits) - other.Z;
        return (x * x) + (y * y) + (z * z);
    }

    private static ulong Steps(double number) => (ulong)Math.Round((number + 1) / Step);

    private static double Number(ulong bits) => ((int)bits & Most) * Step - 1;
}
