using System.Collections.Frozen;

namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>Takes compounds apart where they end or begin with a noun that often does so.</summary>
internal static class FinnishCompounds
{
    private const int ShortestPart = 3;
    private const int ShortestKnown = 4;

    // Short nouns end many words by chance, so they count only as they begin one.
    private static readonly FrozenSet<string> Ends = FinnishNouns.All
        .Where(noun => noun.Length >= ShortestKnown || noun is "työ" or "apu").Select(FinnishStem.Of).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Beginnings = FinnishNouns.All.Where(noun => noun.Length >= ShortestKnown).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Adds the stems of the parts; none when the word shows no joint.</summary>
    public static void Read(string word, float weight, List<Reading> readings)
    {
        for (var joint = ShortestPart; joint <= word.Length - ShortestPart; joint++)
        {
            var (beginning, end) = (word[..joint], word[joint..]);
            var endKnown = end.Length >= ShortestPart && Ends.Contains(FinnishStem.Of(end));
            var beginningKnown = Beginnings.Contains(beginning) && end.Length > ShortestKnown;
            if (endKnown || beginningKnown)
            {
                readings.Add(new Reading(FinnishStem.Of(beginning), weight));
                readings.Add(new Reading(FinnishStem.Of(end), weight));
            }
        }
    }
}
