namespace ServiceTray.Search.Querying;

/// <summary>What one query may cost; a query that would cost more is answered in part, and the page says so.</summary>
public sealed record SearchLimits
{
    /// <summary>Distinct words read of a query; those after them are left out. Default: 32.</summary>
    public int QueryWords { get; init; } = 32;

    /// <summary>Words added to those of a query by its expansions. Default: 64.</summary>
    public int AddedWords { get; init; } = 64;

    /// <summary>UTF-16 units read of a query's text. Default: 4,000.</summary>
    public int QueryLength { get; init; } = 4_000;

    /// <summary>Postings read for a query; words after that are left out. Default: 50 million.</summary>
    public long Postings { get; init; } = 50_000_000;

    /// <summary>Words of a query that are corrected when they hit nothing. Default: 4.</summary>
    public int CorrectedWords { get; init; } = 4;

    /// <summary>Hits on a page. Default: 10,000.</summary>
    public int PageSize { get; init; } = 10_000;
}
