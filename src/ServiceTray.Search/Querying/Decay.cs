namespace ServiceTray.Search.Querying;

/// <summary>How a part of the score falls with distance or time.</summary>
internal static class Decay
{
    /// <summary>0 at 0, one half at <paramref name="half"/>, towards 1 far away.</summary>
    public static double Share(this double value, double half) => double.IsPositiveInfinity(value) ? 1 : value / (value + half);
}
