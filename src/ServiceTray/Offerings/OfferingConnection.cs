namespace ServiceTray.Offerings;

/// <summary>A page of what was found, as GraphQL clients walk it.</summary>
internal sealed record OfferingConnection(OfferingPage Page)
{
    public PageInfo PageInfo => new(Page.HasNext, Page.HasPrevious, Page.Hits);

    public int TotalCount => Page.Total;

    public int NotToldCount => Page.NotToldCount;

    public Places.Spot? Centre => Page.Centre;

    public IReadOnlyList<AppliedFilter> Applied => Page.Understood.Applied;

    public IReadOnlyList<Needs.NeedEntry> Needs => Page.Understood.Needs;

    public IReadOnlyList<Search.Querying.Completion> DidYouMean => Page.Understood.DidYouMean;

    public IReadOnlyList<Relaxation> Relaxations => Page.Understood.Relaxations;
}

/// <summary>Whether more stands before and after a page.</summary>
internal sealed class PageInfo(bool hasNext, bool hasPrevious, IReadOnlyList<OfferingHit> hits)
{
    public bool HasNextPage => hasNext;

    public bool HasPreviousPage => hasPrevious;

    public string? StartCursor => hits is [var first, ..] ? first.Cursor : null;

    public string? EndCursor => hits is [.., var last] ? last.Cursor : null;
}

/// <summary>An offering found, with how it was found.</summary>
internal sealed record OfferingEdge(OfferingHit Hit, Offering Node, Search.Querying.SearchQuery Query)
{
    public string Cursor => Hit.Cursor;

    public double Score => Hit.Score;

    public double? DistanceKm => Hit.DistanceKm;

    public IReadOnlyList<Search.Querying.ScorePart> Explanation => Hit.Explanation;
}
