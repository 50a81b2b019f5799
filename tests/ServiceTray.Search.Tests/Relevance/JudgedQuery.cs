namespace ServiceTray.Search.Tests.Relevance;

/// <summary>A query with the documents that answer it.</summary>
/// <param name="Kind">What sort of query it is.</param>
/// <param name="Text">The words.</param>
/// <param name="Grades">How well each document answers, 1 or more.</param>
internal sealed record JudgedQuery(string Kind, string Text, IReadOnlyDictionary<string, int> Grades)
{
    /// <summary>Whether its words are Swedish or English by their kind.</summary>
    public bool IsSwedishOrEnglish => Kind is "sv" or "en" || Kind.StartsWith("sv-", StringComparison.Ordinal) || Kind.StartsWith("en-", StringComparison.Ordinal);
}
