using ServiceTray.Places;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>What a search found: ids in order, counts, and how the spot was understood.</summary>
internal sealed class OfferingPage(OfferingSearch search, SearchPage found, Spot? centre, int notToldCount, IReadOnlyList<Guid> notTold, Understanding understood)
{
    private IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>? all;

    public IReadOnlyList<OfferingHit> Hits { get; } = OfferingHit.Of(found);

    public int Total => found.Total;

    public bool HasNext => found.HasNext;

    public bool HasPrevious => found.HasPrevious;

    public Spot? Centre => centre;

    public int NotToldCount => notToldCount;

    public IReadOnlyList<Guid> NotTold => notTold;

    public Understanding Understood => understood;

    /// <summary>What was counted beside the page.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Counted => found.Facets;

    /// <summary>Whether somebody has asked for what was not counted beside the page.</summary>
    public bool HasCountedAll => all is not null;

    /// <summary>Counts of one field, the most frequent first; the first to ask for one that was not counted beside the page has all of them counted.</summary>
    public IReadOnlyList<FacetCount> Facet(string field) =>
        Counted.TryGetValue(field, out var counts) || (all ??= search.Count(understood.Query, found)).TryGetValue(field, out counts) ? counts : [];
}
