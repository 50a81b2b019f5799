using ServiceTray.Refusals;

namespace ServiceTray.Places;

/// <summary>Answers what is asked of places.</summary>
internal static class PlaceQueries
{
    private const int LongestPage = 100;

    /// <summary>The spots that the words may mean, best first.</summary>
    public static IReadOnlyList<Spot> Places(Gazetteer gazetteer, string text, int first = 10) =>
        first is >= 0 and <= LongestPage ? gazetteer.Find(text, first) : throw new PageSizeInvalidException(LongestPage);
}
