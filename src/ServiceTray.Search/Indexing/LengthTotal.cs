using ServiceTray.Search.Analysis;

namespace ServiceTray.Search.Indexing;

/// <summary>Documents of a segment with words in a language, and their weighted words in all.</summary>
internal readonly record struct LengthTotal(int Documents, double Length)
{
    /// <summary>Of rows.</summary>
    public static LengthTotal Of(IReadOnlyList<DocumentRow> rows, LanguageCode language) =>
        new(rows.Count(row => row.Lengths[(int)language] > 0), rows.Sum(row => (double)row.Lengths[(int)language]));
}
