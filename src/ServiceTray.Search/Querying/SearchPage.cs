namespace ServiceTray.Search.Querying;

/// <summary>What was found.</summary>
public sealed record SearchPage
{
    /// <summary>How many documents meet the query, over all pages.</summary>
    public required int Total { get; init; }

    /// <summary>The hits of this page, in order.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Counts by keyword field.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>Whether hits follow this page.</summary>
    public required bool HasNext { get; init; }

    /// <summary>Whether hits stand before this page.</summary>
    public required bool HasPrevious { get; init; }

    /// <summary>The query with misspelt words corrected, when that was wished for, words of it hit nothing and the corrected one finds something.</summary>
    public IReadOnlyList<Completion> DidYouMean { get; init; } = [];

    /// <summary>Whether a limit was reached, so that part of the query's words was left out.</summary>
    public bool Truncated { get; init; }
}

/// <summary>A part of a score.</summary>
/// <param name="Name">What it is, as <c>text</c> or <c>distance</c>.</param>
/// <param name="Value">What it adds; less than 0 for what it takes away.</param>
public readonly record struct ScorePart(string Name, double Value);

/// <summary>How many documents have a value.</summary>
/// <param name="Value">The keyword.</param>
/// <param name="Count">Documents, at least 1.</param>
public readonly record struct FacetCount(string Value, int Count);
