using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Indexing;

/// <summary>What BM25 needs of a language: how many documents have words in it, and how many words on average.</summary>
/// <param name="Documents">Documents with words in the language, removed ones until they are merged away.</param>
/// <param name="AverageLength">Weighted words in one of them.</param>
internal readonly record struct LanguageStatistics(int Documents, float AverageLength)
{
    /// <summary>Counted over segments.</summary>
    public static LanguageStatistics Of(IReadOnlyList<LiveSegment> segments, LanguageCode language)
    {
        var documents = segments.Sum(live => live.Segment.Totals[(int)language].Documents);
        var length = segments.Sum(live => live.Segment.Totals[(int)language].Length);
        return new LanguageStatistics(documents, documents == 0 ? 1 : (float)(length / documents));
    }
}
