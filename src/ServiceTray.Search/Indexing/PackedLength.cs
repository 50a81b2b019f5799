namespace ServiceTray.Search.Indexing;

/// <summary>
/// A document's weighted count of words in a byte, so that the lengths of near documents lie in few lines of memory: up to 40 by halves
/// and exact, beyond that to the nearest of steps of 3.2 % (at most 1.6 % off), the longest standing for all that are longer. Lucene keeps
/// lengths in a byte too, exact as far, in steps of 6 to 12 % beyond (SmallFloat.intToByte4).
/// </summary>
internal static class PackedLength
{
    /// <summary>How many bytes there are.</summary>
    public const int Count = 256;

    private const float Step = 0.5f;
    private const int Exact = 80;
    private const double Longest = 10_000;

    private static readonly float[] Known = [.. Enumerable.Range(0, Count).Select(packed => packed <= Exact
        ? packed * Step
        : (float)(Exact * Step * Math.Pow(Longest / (Exact * Step), (packed - Exact) / (double)(Count - 1 - Exact))))];

    /// <summary>The length that each byte stands for, rising.</summary>
    public static ReadOnlySpan<float> Lengths => Known;

    /// <summary>The byte of the nearest length; only no words at all are 0.</summary>
    public static byte Pack(float length)
    {
        if (length <= Exact * Step)
        {
            return (byte)(length > 0 ? Math.Max(1, MathF.Round(length / Step)) : 0);
        }

        var at = Array.BinarySearch(Known, length);
        var above = Math.Min(at < 0 ? ~at : at, Count - 1);
        return (byte)(length - Known[above - 1] < Known[above] - length ? above - 1 : above);
    }
}
