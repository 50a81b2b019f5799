namespace ServiceTray.Search.Querying;

/// <summary>The words of a query, each with all the ways it may hit; a word takes its best.</summary>
/// <param name="Words">The ways by word.</param>
/// <param name="Normalised">The words as read, for comparing queries.</param>
/// <param name="Truncated">Whether words were left out for the limits' sake.</param>
internal sealed record TextPlan(IReadOnlyList<PlannedWord> Words, string Normalised, bool Truncated)
{
    /// <summary>The words with the best correction in the place of each that hits nothing; null when there is none.</summary>
    public string? Correction => Words.Any(word => word.Correction is not null)
        ? string.Join(' ', Words.Select(word => word.Correction ?? word.Text))
        : null;

    /// <summary>The words that the hits go by: those asked, and what was put in the place of misspelt ones.</summary>
    public IReadOnlyList<string> SoughtWords => [.. Words.Select(word => word.Text).Concat(Words.Select(word => word.Correction).OfType<string>())];
}

/// <summary>A word of a query.</summary>
/// <param name="Text">As read.</param>
/// <param name="Clauses">The ways it may hit.</param>
/// <param name="Correction">The nearest word of the index, when the word itself hits nothing.</param>
internal sealed record PlannedWord(string Text, IReadOnlyList<Clause> Clauses, string? Correction = null);
