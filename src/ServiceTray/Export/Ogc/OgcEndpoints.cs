using System.ComponentModel;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Places;
using ServiceTray.Web.Rest;

namespace ServiceTray.Export.Ogc;

/// <summary>OGC API Features (17-069r4, core and GeoJSON): offerings for maps and GIS, open to all, from any page.</summary>
internal static class OgcEndpoints
{
    private const string Tag = "Features";

    public static void MapOgc(this IEndpointRouteBuilder app)
    {
        var root = app.MapGroup(OgcSite.Root).AsRest().OpenToAll();
        root.MapGet("/", (HttpContext http, Regions regions, RequestLanguage request, TimeProvider clock) => TypedResults.Ok(Site(http, regions, request, clock).Landing()))
            .WithName("getFeatures").WithTags(Tag).WithSummary("The landing page").WithDescription("OGC API Features: where its collections, its description and what it conforms to are.");
        root.MapGet("/conformance", () => TypedResults.Ok(OgcSite.Conformance()))
            .WithName("getConformance").WithTags(Tag).WithSummary("The parts of the standard that are met").WithDescription("Core, GeoJSON and OpenAPI 3.0 of OGC API Features 1.0.");
        root.MapGet("/collections", (HttpContext http, Regions regions, RequestLanguage request, TimeProvider clock) => TypedResults.Ok(Site(http, regions, request, clock).Collections()))
            .WithName("listCollections").WithTags(Tag).WithSummary("The collections").WithDescription("There is one: offerings.");
        root.MapGet($"/collections/{OgcSite.Collection}", (HttpContext http, Regions regions, RequestLanguage request, TimeProvider clock) => TypedResults.Ok(Site(http, regions, request, clock).One()))
            .WithName("getCollection").WithTags(Tag).WithSummary("The collection of offerings").WithDescription("What is in it, where it lies, and where its items are.");
        root.MapGet($"/collections/{OgcSite.Collection}/items", ItemsAsync)
            .WithName("listFeatures").WithTags(Tag).Knows(OgcItemsEndpoints.Parameters).Produces<string>(StatusCodes.Status200OK, OgcSite.GeoJson)
            .WithSummary("Offerings as features").WithDescription("What meets the filters of the search, by name, a page at a time: `links` leads to the next one, and `numberMatched` tells how many there are.");
        root.MapGet($"/collections/{OgcSite.Collection}/items/{{id}}", ItemAsync)
            .WithName("getFeature").WithTags(Tag).Produces<string>(StatusCodes.Status200OK, OgcSite.GeoJson).Produces(StatusCodes.Status301MovedPermanently).Meets(StatusCodes.Status404NotFound).Meets(StatusCodes.Status410Gone)
            .WithSummary("One offering as a feature").WithDescription("One that was joined into another has moved there (301).");
    }

    private static OgcSite Site(HttpContext http, Regions regions, RequestLanguage request, TimeProvider clock) => new(Sheet(http, request, clock), regions);

    private static FeedSheet Sheet(HttpContext http, RequestLanguage request, TimeProvider clock) => FeedSheet.Of(http.Request, Web.Texts.In(request.Language)["Tray"], request.Language, clock.GetUtcNow());

    private static async Task<IResult> ItemsAsync(HttpContext http, OfferingWalker walker, AnswerTag tag, Regions regions, RequestLanguage request, TimeProvider clock)
    {
        var query = new QueryReader(http.Request.Query);
        var asked = OgcItemsEndpoints.Read(query);
        if (query.Issue is { } issue)
        {
            return issue;
        }

        if (tag.IsKnown(http, asked.Filter.Text is not null || asked.Filter.Near is not null))
        {
            return Results.Empty;
        }

        var (ids, total, next) = walker.FindPart(asked.Filter, OfferingOrder.Name, asked.Limit, asked.After);
        var sheet = Sheet(http, request, clock);
        await new OgcItemsWriter(http, new OgcSite(sheet, regions), sheet, regions).WriteAsync(new OgcItemsPage(ids, total, next), walker.ReadAsync(ids, http.RequestAborted));
        return Results.Empty;
    }

    private static async Task<IResult> ItemAsync(
        HttpContext http, [Description("A UUID that an earlier answer gave.")] string id, OfferingReader offerings, Joins joins, AnswerTag tag, Regions regions, RequestLanguage request, TimeProvider clock)
    {
        if (!Guid.TryParseExact(id, "D", out var key))
        {
            return new Unknown();
        }

        if (joins.IsJoined(key))
        {
            return new Moved($"{OgcSite.Items}/{joins.RootOf(key)}");
        }

        if (await offerings.ReadAsync(key, http.RequestAborted) is not { } placed)
        {
            return await offerings.WasAsync(key, http.RequestAborted) ? new Gone() : new Unknown();
        }

        if (!tag.IsKnown(http, isPrivate: false))
        {
            var sheet = Sheet(http, request, clock);
            await new OgcItemsWriter(http, new OgcSite(sheet, regions), sheet, regions).WriteAsync(placed);
        }

        return Results.Empty;
    }
}
