using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Refusals;
using ServiceTray.Search;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>The one search: GraphQL, REST, pages, the survey and feeds all ask here.</summary>
internal sealed class OfferingSearch(SearchIndex index, Gazetteer gazetteer, Regions regions, TimeProvider clock)
{
    public const int DefaultPageSize = 20;
    public const int LargestPageSize = 100;

    /// <summary>How many of what is not told are named beside a page.</summary>
    public const int NotToldSize = 20;

    /// <summary>Finds the page; the language is that of the words, null: any. Facets that will surely be read are wished for here, others are counted when read.</summary>
    /// <exception cref="Refusals.RefusalException">The filter, place, page size or cursor cannot be accepted.</exception>
    public OfferingPage Find(OfferingFilter filter, Language? language, OfferingOrder order, PageRequest page, bool withFacets = false)
    {
        OfferingFilterCheck.Check(filter, order, regions);
        CheckSize(page);
        var centre = filter.Near is { } near ? SpotOf(near.At) : null;
        var builder = new OfferingQueryBuilder(filter, centre, regions, clock.GetUtcNow());
        var query = builder.Build(language, order, page);
        var found = Search(withFacets ? query with { Facets = OfferingQueryBuilder.Facets } : query);
        OfferingFilterCheck.CheckRead(found);
        var (notToldCount, notTold) = FindNotTold(builder.WithNotTold(query), found.Hits);
        return new OfferingPage(
            [.. found.Hits.Select(hit => new OfferingHit(hit.Key, hit.Cursor, hit.Score, Kilometres(hit.DistanceMetres), hit.Explanation))],
            found.Total,
            found.HasNext,
            found.HasPrevious,
            centre,
            notToldCount,
            notTold,
            withFacets ? new(found.Facets) : new(() => Count(query, found)));
    }

    /// <summary>The first so many of them.</summary>
    /// <exception cref="Refusals.RefusalException">The filter, place or number cannot be accepted.</exception>
    public OfferingPage FindFirst(OfferingFilter filter, OfferingOrder order, int first) => Find(filter, null, order, new PageRequest(first));

    private static void CheckSize(PageRequest page)
    {
        var bothEnds = page.First is not null && page.Last is not null;
        if (bothEnds || (page.First ?? page.Last) is < 0 or > LargestPageSize)
        {
            throw new PageSizeInvalidException(LargestPageSize);
        }
    }

    private static double? Kilometres(double? metres) => metres is { } told ? Math.Round(told / 1000, 3) : null;

    private Spot SpotOf(SpotInput at) => at switch
    {
        { Place: { } words } => gazetteer.Resolve(words),
        { Coordinates: { } degrees } => gazetteer.At(new Coordinates(degrees.Latitude, degrees.Longitude)),
        _ => throw new FilterInvalidException("near", "A spot is a place or coordinates, one of them."),
    };

    private SearchPage Search(SearchQuery query)
    {
        try
        {
            return index.Search(query);
        }
        catch (CursorException refused)
        {
            throw new CursorRefusedException(refused.Expired, refused.Message);
        }
    }

    /// <summary>Counts for a page found before; its own cursor leads to the moment and the snapshot that it was read from.</summary>
    private IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Count(SearchQuery query, SearchPage found)
    {
        var at = found.Hits.Count > 0 ? found.Hits[0].Cursor : query.Page.After ?? query.Page.Before;
        return Search(query with { Page = new PageRequest(0, at), Facets = OfferingQueryBuilder.Facets }).Facets;
    }

    private (int Count, IReadOnlyList<Guid> Ids) FindNotTold(IEnumerable<SearchQuery> queries, IReadOnlyList<SearchHit> sure)
    {
        var count = 0;
        var hits = new List<SearchHit>();
        foreach (var query in queries)
        {
            var found = Search(query);
            count += found.Total;
            // A page asked by a cursor is of an earlier moment: what it found as told is not named again as untold.
            hits.AddRange(found.Hits.Where(hit => sure.All(other => other.Key != hit.Key)));
        }

        return (count, [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key).Take(NotToldSize).Select(hit => hit.Key)]);
    }
}
