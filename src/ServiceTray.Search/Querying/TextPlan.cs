namespace ServiceTray.Search.Querying;

/// <summary>The words of a query, each with all the ways it may hit; a word takes its best.</summary>
/// <param name="Asked">The words asked.</param>
/// <param name="Added">Words of the same meaning, sought beside them.</param>
/// <param name="DemandsAll">Whether a document must have each of the words asked.</param>
/// <param name="Truncated">Whether words were left out for the limits' sake.</param>
internal sealed record TextPlan(IReadOnlyList<PlannedWord> Asked, IReadOnlyList<PlannedWord> Added, bool DemandsAll, bool Truncated)
{
    /// <summary>All words that are scored.</summary>
    public IReadOnlyList<PlannedWord> Words { get; } = Added.Count == 0 ? Asked : [.. Asked, .. Added];

    /// <summary>Whether a document must have this word, told by its place among all.</summary>
    public bool Demands(int word) => DemandsAll && word < Asked.Count && !Asked[word].SaysNothing;

    /// <summary>The words asked as read, for comparing queries.</summary>
    public string Normalised => string.Join(' ', Asked.Select(word => word.Text));

    /// <summary>The words with the best correction in the place of each that hits nothing; null when there is none.</summary>
    public string? Correction => Asked.Any(word => word.Correction is not null)
        ? string.Join(' ', Asked.Select(word => word.Correction ?? word.Text))
        : null;

    /// <summary>The words that the hits go by: those asked, those added, and what was put in the place of misspelt ones.</summary>
    public IReadOnlyList<string> SoughtWords => [.. Words.Select(word => word.Text).Concat(Words.Select(word => word.Correction).OfType<string>()).SelectMany(words => words.Split(' '))];
}

/// <summary>A word of a query.</summary>
/// <param name="Text">As read.</param>
/// <param name="Clauses">The ways it may hit.</param>
/// <param name="Correction">The nearest word of the index, when the word itself hits nothing.</param>
/// <param name="SaysNothing">Whether it says nothing by itself in one of the languages.</param>
internal sealed record PlannedWord(string Text, IReadOnlyList<Clause> Clauses, string? Correction = null, bool SaysNothing = false);
