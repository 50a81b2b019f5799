namespace ServiceTray.Offerings;

/// <summary>A page of what was found, as GraphQL clients walk it.</summary>
internal sealed record OfferingConnection(OfferingPage Page)
{
    public PageInfo PageInfo => new(Page.HasNext, Page.HasPrevious, Page.Hits.FirstOrDefault(), Page.Hits.LastOrDefault());

    public int TotalCount => Page.Total;

    public int NotToldCount => Page.NotToldCount;

    public Places.Spot? Centre => Page.Centre;

    public IReadOnlyList<AppliedFilter> Applied => Page.Understood.Applied.Value;

    public IReadOnlyList<Needs.NeedEntry> Needs => Page.Understood.Needs;

    public IReadOnlyList<Search.Querying.Completion> DidYouMean => Page.Understood.DidYouMean.Value;

    public IReadOnlyList<Relaxation> Relaxations => Page.Understood.Relaxations.Value;
}

/// <summary>Whether more stands before and after a page.</summary>
internal sealed class PageInfo(bool hasNext, bool hasPrevious, OfferingHit? first, OfferingHit? last)
{
    public bool HasNextPage => hasNext;

    public bool HasPreviousPage => hasPrevious;

    public string? StartCursor => first?.Cursor;

    public string? EndCursor => last?.Cursor;
}

/// <summary>An offering found, with how it was found.</summary>
internal sealed record OfferingEdge(OfferingHit Hit, Offering Node, Search.Querying.SearchQuery Query)
{
    public string Cursor => Hit.Cursor;

    public double Score => Hit.Score;

    public double? DistanceKm => Hit.DistanceKm;

    public IReadOnlyList<Search.Querying.ScorePart> Explanation => Hit.Explanation;
}
