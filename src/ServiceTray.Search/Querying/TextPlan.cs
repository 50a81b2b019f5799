namespace ServiceTray.Search.Querying;

/// <summary>The words of a query, each with all the ways it may hit; a word takes its best.</summary>
/// <param name="Words">The ways by word.</param>
/// <param name="Normalised">The words as read, for comparing queries.</param>
/// <param name="Truncated">Whether words were left out for the limits' sake.</param>
internal sealed record TextPlan(IReadOnlyList<PlannedWord> Words, string Normalised, bool Truncated);

/// <summary>A word of a query.</summary>
/// <param name="Text">As read.</param>
/// <param name="Clauses">The ways it may hit.</param>
internal sealed record PlannedWord(string Text, IReadOnlyList<Clause> Clauses);
