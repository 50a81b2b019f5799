using ServiceTray.Places;
using ServiceTray.Refusals;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Makes the list for a form: asks the one search, and reads what it found.</summary>
internal sealed class SearchLister(OfferingSearch search, OfferingReader reader, Regions regions, TimeProvider clock)
{
    private const int NotToldShown = 5;

    /// <summary>The list, or why there is none; the language breaks no filter, it only says how words are read first.</summary>
    public async Task<SearchListing> ListAsync(SearchForm form, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(form, Find(form), cancellationToken);
        }
        catch (CursorRefusedException)
        {
            var first = form.FirstPage();
            return await ReadAsync(first, Find(first), cancellationToken) with { StartedAgain = true };
        }
        catch (PlaceUnknownException unknown)
        {
            return new SearchListing(form) { Refusal = new("Refused.Place", unknown.Suggestions) };
        }
        catch (RefusalException)
        {
            return new SearchListing(form) { Refusal = new("Refused.Filter", []) };
        }
    }

    /// <summary>What the form finds, gathered for its map; null: it finds nothing that could be.</summary>
    public IReadOnlyList<MapCluster>? Gather(SearchForm form, int zoom)
    {
        try
        {
            return search.Gather(SearchFilters.Of(form, clock.GetUtcNow()), null, zoom);
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private OfferingPage Find(SearchForm form)
    {
        var page = form.Before is { } before
            ? new PageRequest(null, null, OfferingSearch.DefaultPageSize, before)
            : new PageRequest(OfferingSearch.DefaultPageSize, form.After);
        return search.Find(SearchFilters.Of(form, clock.GetUtcNow()), null, form.Order, page, OfferingFacets.All);
    }

    private async Task<SearchListing> ReadAsync(SearchForm form, OfferingPage page, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var placed = (await reader.ReadAsync([.. page.Hits.Select(hit => hit.Key)], cancellationToken)).ToDictionary(found => found.Offering.Id);
        return new SearchListing(form)
        {
            // What was taken away between the search and the reading is left out.
            Items =
            [
                .. from hit in page.Hits
                   where placed.ContainsKey(hit.Key)
                   let found = placed[hit.Key]
                   select new ListedOffering(found, hit.DistanceKm(), now),
            ],
            Sought = page.Understood.Query.Text is null ? null : page.Understood.Query,
            Total = page.Total,
            Next = page.HasNext ? page.Hits[^1].Cursor : null,
            Previous = page.HasPrevious ? page.Hits[0].Cursor : null,
            Centre = page.Centre,
            NotToldCount = page.NotToldCount,
            NotTold = await reader.ReadAsync([.. page.NotTold.Take(NotToldShown)], cancellationToken),
            Read = [.. page.Understood.Applied.Where(applied => applied.Words is not null)],
            Needs = page.Understood.Needs,
            DidYouMean = page.Understood.DidYouMean,
            Relaxations = page.Understood.Relaxations,
            Facets = SearchFacets.Of(form, new OfferingFacets(page, regions)),
        };
    }
}
