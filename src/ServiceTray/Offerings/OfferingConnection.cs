using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>A page of what was found, as GraphQL clients walk it.</summary>
internal sealed record OfferingConnection(OfferingPage Page)
{
    public PageInfo PageInfo => new(Page);

    public int TotalCount => Page.Total;

    public int NotToldCount => Page.NotToldCount;

    public Places.Spot? Centre => Page.Centre;

    public IReadOnlyList<AppliedFilter> Applied => Page.Understood.Applied;

    public IReadOnlyList<Needs.NeedEntry> Needs => Page.Understood.Needs;

    public IReadOnlyList<Completion> DidYouMean => Page.Understood.DidYouMean;

    public IReadOnlyList<Relaxation> Relaxations => Page.Understood.Relaxations;
}

/// <summary>Whether more stands before and after a page.</summary>
internal sealed class PageInfo(OfferingPage page)
{
    public bool HasNextPage => page.HasNext;

    public bool HasPreviousPage => page.HasPrevious;

    public string? StartCursor => page.Hits is [var first, ..] ? first.Cursor : null;

    public string? EndCursor => page.Hits is [.., var last] ? last.Cursor : null;
}

/// <summary>An offering found, with how it was found.</summary>
internal sealed record OfferingEdge(SearchHit Hit, Offering Node, SearchQuery Query)
{
    public string Cursor => Hit.Cursor;

    public double Score => Hit.Score;

    public double? DistanceKm => Hit.DistanceKm();

    public IReadOnlyList<ScorePart> Explanation => Hit.Explanation;
}
