using ServiceTray.Search.Analysis;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Search.Querying;

/// <summary>What an expansion seeks, as the analysis reads it.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Word">All ways it hits; none when nothing of it can be sought.</param>
/// <param name="Together">Whether it is several words that count only together.</param>
internal sealed record AddedWord(LanguageCode Language, PlannedWord Word, bool Together)
{
    /// <summary>Whether it is to be sought beside the words asked, in a snapshot.</summary>
    public bool Stands(string[] asked, Snapshot snapshot) =>
        Word.Clauses.Count > 0 && (Together ? Array.TrueForAll(Word.Clauses[0].Terms, term => snapshot.Has(term)) : Array.IndexOf(asked, Word.Text) < 0);
}
