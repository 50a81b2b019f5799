using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Web;
using ServiceTray.Web.Rest;

namespace ServiceTray.Offerings;

/// <summary>What a search finds, gathered for a map: over REST, and for the map of the search page by its own form.</summary>
internal static class ClusterEndpoints
{
    private static readonly QueryParameter Zoom = QueryParameter.One<int>("zoom", "The map's zoom, 0 to 22: cells are a quarter to a half of a tile of 256 points.");

    public static void MapClusters(this RouteGroupBuilder api)
    {
        api.MapGet("/offerings/clusters", List).OpenToAll().WithName("listClusters").WithTags("Offerings").Knows([.. OfferingListEndpoints.FilterParameters, Zoom])
            .WithSummary("What meets a filter, gathered for a map")
            .WithDescription("Cells of the map with how many offerings have a place in each, the most crowded first, 2,000 at most. `bbox` asks for what is in view.");
        api.MapPost("/offerings/clusters", Search).WithName("searchClusters").WithTags("Offerings").Knows([Zoom]).MayRefuse().TakesBody()
            .WithSummary("The same, with the filter in the body").WithDescription("Keeps what a resident asks out of addresses. The body is the filter, as for `POST /api/v1/offerings/search`.");
    }

    public static void MapClusterPage(this IEndpointRouteBuilder app) => app.MapPost("/haku/kartta", OfFormAsync).DisableAntiforgery().ExcludeFromDescription();

    private static Results<Ok<IReadOnlyList<MapCluster>>, Malformed, EmptyHttpResult> List(HttpContext http, OfferingSearch search, AnswerTag tag)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = OfferingListEndpoints.ReadFilter(query);
        return ZoomOf(query) is not { } zoom ? query.Issue!
            : tag.IsKnown(http, filter.Text is not null || filter.Near is not null, isAskedEachTime: true) ? TypedResults.Empty
            : TypedResults.Ok(search.Gather(filter, null, zoom));
    }

    private static Results<Ok<IReadOnlyList<MapCluster>>, Malformed> Search(HttpContext http, OfferingFilter filter, OfferingSearch search)
    {
        var query = new QueryReader(http.Request.Query);
        return ZoomOf(query) is { } zoom ? TypedResults.Ok(search.Gather(filter, null, zoom)) : query.Issue!;
    }

    private static int? ZoomOf(QueryReader query)
    {
        var zoom = query.Number("zoom");
        if (zoom is not (>= 0 and <= MapCells.LargestZoom))
        {
            query.Refuse("zoom", $"zoom is 0 to {MapCells.LargestZoom}.");
        }

        return query.Issue is null ? zoom : null;
    }

    // The form of the page as it is, so that what a resident wrote stands in no address here either.
    private static async Task<IResult> OfFormAsync(HttpContext http, SearchLister lister)
    {
        var fields = await PageForm.ReadAsync(http.Request, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return SearchFormReader.Read(fields) is { } form && int.TryParse(fields["zoom"], out var zoom) && zoom is >= 0 and <= MapCells.LargestZoom && lister.Gather(form, zoom) is { } clusters
            ? TypedResults.Ok(clusters)
            : Results.BadRequest();
    }
}
