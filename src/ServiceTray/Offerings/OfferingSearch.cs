using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Places;
using ServiceTray.Refusals;
using ServiceTray.Search;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>The one search: GraphQL, REST, pages, the survey and feeds all ask here.</summary>
internal sealed class OfferingSearch(SearchIndex index, NeedLexicon lexicon, Gazetteer gazetteer, Regions regions, UnfoundWords unfound, TimeProvider clock)
{
    public const int DefaultPageSize = 20;
    public const int LargestPageSize = 100;

    /// <summary>A map with more cells than this in view shows nothing any more.</summary>
    private const int MostClusters = 2_000;

    /// <summary>How many of what is not told are named beside a page.</summary>
    public const int NotToldSize = 20;

    /// <summary>Finds the page; the language is that of the words, null: any. Facets that will surely be read are named here, others are counted when read.</summary>
    /// <exception cref="Refusals.RefusalException">The filter, place, page size or cursor cannot be accepted.</exception>
    public OfferingPage Find(OfferingFilter filter, Language? language, OfferingOrder order, PageRequest page, IReadOnlyList<FacetRequest>? facets = null)
    {
        OfferingFilterCheck.Check(filter, order, regions);
        CheckSize(page);
        var now = clock.GetUtcNow();
        var needs = NeedsIn(filter, language);
        // Who says a need is shown all that may answer it: none of her words narrows the search.
        var (understood, read) = needs.Count > 0 ? (filter, []) : FilterWords.Read(filter, now);
        var centre = filter.Near is { } near ? SpotOf(near.At) : null;
        var builder = new OfferingQueryBuilder(understood, needs, centre, regions, now);
        var query = builder.Build(language, order, page);
        var found = Search(facets is null ? query : query with { Facets = facets });
        OfferingFilterCheck.CheckRead(found);
        var (notToldCount, notTold) = FindNotTold(builder.WithNotTold(query), found.Hits);
        if (found.Total + notToldCount == 0 && query.Text is { } text)
        {
            unfound.Note(text);
        }

        return new OfferingPage(
            found.Hits,
            found.Total,
            found.HasNext,
            found.HasPrevious,
            centre,
            notToldCount,
            notTold,
            found.Facets,
            new Understanding(this, found, filter, understood, query, read, needs, centre, language));
    }

    /// <summary>
    /// The best so many ids within a filter that has no words, with their distances: what the survey chooses among. Nothing is counted, and
    /// no page follows.
    /// </summary>
    /// <exception cref="Refusals.RefusalException">The filter or place cannot be accepted.</exception>
    public (IReadOnlyList<SearchHit> Hits, bool HasMore, IReadOnlyList<Guid> NotTold) FindBest(OfferingFilter filter, int most)
    {
        var (builder, query) = Best(filter, most);
        var found = Search(query);
        return (found.Hits, found.HasNext, FindNotTold(builder.WithNotTold(query), found.Hits).Ids);
    }

    /// <summary>What a search finds, gathered in the cells of a map at a zoom; the most crowded first.</summary>
    /// <exception cref="Refusals.RefusalException">The filter, place or zoom cannot be accepted.</exception>
    public IReadOnlyList<MapCluster> Gather(OfferingFilter filter, Language? language, int zoom) => Gather(Find(filter, language, OfferingOrder.Best, new PageRequest(0)), zoom);

    /// <summary>The same of a page that was found.</summary>
    /// <exception cref="Refusals.RefusalException">The zoom cannot be accepted.</exception>
    public IReadOnlyList<MapCluster> Gather(OfferingPage page, int zoom)
    {
        var level = MapCells.LevelOf(zoom is >= 0 and <= MapCells.LargestZoom ? zoom : throw new FilterInvalidException("zoom", $"A zoom is from 0 to {MapCells.LargestZoom}."));
        var (field, finer) = (MapCells.FieldOf(level), MapCells.FinerThan(level));
        var counted = Search(page.Understood.Query with
        {
            Page = new PageRequest(0),
            Facets = [new FacetRequest(field, MostClusters), .. finer is { } fine ? new[] { new FacetRequest(MapCells.FieldOf(fine), MostClusters * MapCells.Within) } : []],
        });
        var middles = finer is { } inner ? MapCells.Middles(counted.Facets[MapCells.FieldOf(inner)].Select(cell => (cell.Value, cell.Count)), inner) : [];
        return [.. counted.Facets[field].Select(cell => MapCluster.Of(cell.Value, level, cell.Count, middles))];
    }

    /// <summary>Completes what is being typed.</summary>
    /// <exception cref="Refusals.RefusalException">The text or the number cannot be accepted.</exception>
    public IReadOnlyList<Completion> Complete(string text, Language? language, int first)
    {
        OfferingFilterCheck.CheckText(text);
        return first is >= 0 and <= LargestPageSize ? index.Complete(text, language?.Tag(), first) : throw new PageSizeInvalidException(LargestPageSize);
    }

    /// <summary>The best so many ids of these sources: what may be the same thing. A name's words are sought as they are, and what is not found is nobody's lack.</summary>
    /// <exception cref="Refusals.RefusalException">The filter or place cannot be accepted.</exception>
    public IReadOnlyList<Guid> FindLike(OfferingFilter filter, IReadOnlyList<string> sources, int most)
    {
        var (_, query) = Best(filter, most);
        return [.. Search(query with { Keywords = [.. query.Keywords, new KeywordFilter(IndexFields.Source, sources)] }).Hits.Select(hit => hit.Key)];
    }

    /// <summary>The first so many of them.</summary>
    /// <exception cref="Refusals.RefusalException">The filter, place or number cannot be accepted.</exception>
    public OfferingPage FindFirst(OfferingFilter filter, OfferingOrder order, int first) => Find(filter, null, order, new PageRequest(first));

    /// <summary>Searches for what was asked before, changed a little.</summary>
    /// <exception cref="CursorRefusedException">The cursor cannot be accepted.</exception>
    public SearchPage Search(SearchQuery query)
    {
        try
        {
            return index.Search(query);
        }
        catch (CursorException refused)
        {
            throw new CursorRefusedException(refused.Expired, refused.Message, query.Page.After is null ? "before" : "after");
        }
    }

    /// <summary>How many a filter finds that is understood as it stands.</summary>
    public int CountOf(OfferingFilter filter, IReadOnlyList<NeedEntry> needs, Spot? centre, Language? language) =>
        Search(new OfferingQueryBuilder(filter, needs, filter.Near is null ? null : centre, regions, clock.GetUtcNow()).Build(language, OfferingOrder.Best, new PageRequest(0))).Total;

    // The best so many of a filter that is taken as it stands: none of its words is a filter or a need.
    private (OfferingQueryBuilder Builder, SearchQuery Query) Best(OfferingFilter filter, int most)
    {
        OfferingFilterCheck.Check(filter, OfferingOrder.Best, regions);
        var centre = filter.Near is { } near ? SpotOf(near.At) : null;
        var builder = new OfferingQueryBuilder(filter, [], centre, regions, clock.GetUtcNow());
        return (builder, builder.Build(null, OfferingOrder.Best, new PageRequest(most)));
    }

    private IReadOnlyList<NeedEntry> NeedsIn(OfferingFilter filter, Language? language) =>
        filter is { Text: { } text, SeekNeeds: not false } ? lexicon.Find(text, language) : [];

    private static void CheckSize(PageRequest page)
    {
        var bothEnds = page.First is not null && page.Last is not null;
        if (bothEnds || (page.First ?? page.Last) is < 0 or > LargestPageSize)
        {
            throw new PageSizeInvalidException(LargestPageSize, page.Last is null ? "first" : "last");
        }
    }

    private Spot SpotOf(SpotInput at) => at switch
    {
        { Place: { } words } => gazetteer.Resolve(words),
        { Coordinates: { } degrees } => gazetteer.At(new Coordinates(degrees.Latitude, degrees.Longitude)),
        _ => throw new FilterInvalidException("near", "A spot is a place or coordinates, one of them."),
    };

    private (int Count, IReadOnlyList<Guid> Ids) FindNotTold(IReadOnlyList<SearchQuery> queries, IReadOnlyList<SearchHit> sure)
    {
        if (queries.Count == 0)
        {
            return (0, []);
        }

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
