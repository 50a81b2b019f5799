using System.ComponentModel;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Organisations;
using ServiceTray.Web.Rest;

namespace ServiceTray.Export;

/// <summary>Any search as a feed, by the list's own parameters; and the dates of one offering or organisation for a calendar.</summary>
internal static class FeedEndpoints
{
    private const string Tag = "Feeds";

    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        .. OfferingListEndpoints.FilterParameters,
        QueryParameter.One<OfferingOrder>("order", "The order; BEST when not told. NEAREST needs `place` or `lat` and `lon`."),
    ];

    public static RouteGroupBuilder MapFeedEndpoints(this RouteGroupBuilder api)
    {
        api.MapFeed("ics", "text/calendar", "A search as a calendar", "The dates of what is found, as iCalendar (RFC 5545): a series is one event with its rule. What has no dates is not there.");
        api.MapFeed("rss", "application/rss+xml", "A search as RSS", "What is found, as RSS 2.0.");
        api.MapFeed("geojson", "application/geo+json", "A search as GeoJSON", "What is found, as a FeatureCollection (RFC 7946) in WGS84; what has no place has no geometry.");
        api.MapFeed("csv", "text/csv", "A search as a table", "What is found, as CSV in UTF-8 with a header. A value that begins like a formula has an apostrophe before it.");
        api.MapFeed("ndjson", "application/x-ndjson", "A search as lines of JSON", "What is found, each as in the list, one a line.");

        api.MapOne("ics", "text/calendar", "Calendar", "The dates of one offering", "Its dates as iCalendar, to put in a calendar or subscribe to.", "The dates of one organisation", "The dates of all that it offers, as iCalendar, to subscribe to.");
        api.MapOne("rss", "application/rss+xml", "Rss", "One offering as RSS", "Its next date and what has changed of it, as RSS 2.0 with one item.", "One organisation as RSS", "What it offers, as RSS 2.0.");
        return api;
    }

    private static void MapFeed(this RouteGroupBuilder api, string extension, string type, string summary, string description) =>
        api.MapGet($"/offerings.{extension}", (HttpContext http, FeedSender sender, OfferingWalker walker, RequestLanguage request) =>
                SearchAsync(http, http.Format(extension), sender, walker, request))
            .OpenToAll().WithName($"offeringsAs{char.ToUpperInvariant(extension[0])}{extension[1..]}").WithTags(Tag).Knows(Parameters).Sends(type)
            .WithSummary(summary)
            .WithDescription($"{description} The same parameters as those of the list; all that is found comes, in one answer with an entity tag.");

    private static void MapOne(this RouteGroupBuilder api, string extension, string type, string name, string summary, string description, string ofOrganisation, string descriptionOfOrganisation)
    {
        api.MapGet($"/offerings/{{id}}.{extension}", (HttpContext http, [Description("A UUID that an earlier answer gave.")] string id, OfferingReader offerings, Joins joins, FeedSender sender, RequestLanguage request) =>
                OfferingAsync(http, id, extension, offerings, joins, sender, request))
            .OpenToAll().WithName($"getOffering{name}").WithTags(Tag).Sends(type).Produces(StatusCodes.Status301MovedPermanently).Meets(StatusCodes.Status404NotFound).Meets(StatusCodes.Status410Gone)
            .WithSummary(summary).WithDescription(description);
        api.MapGet($"/organisations/{{id}}.{extension}", (HttpContext http, [Description("A UUID that an earlier answer gave.")] string id, OrganisationReader organisations, OfferingWalker walker, FeedSender sender, RequestLanguage request) =>
                OrganisationAsync(http, id, extension, organisations, walker, sender, request))
            .OpenToAll().WithName($"getOrganisation{name}").WithTags(Tag).Sends(type).Produces<Problem>(StatusCodes.Status404NotFound, Problem.ContentType)
            .WithSummary(ofOrganisation).WithDescription(descriptionOfOrganisation);
    }

    private static RouteHandlerBuilder Sends(this RouteHandlerBuilder endpoint, string type) => endpoint.Produces<string>(StatusCodes.Status200OK, type);

    private static async Task<IResult> SearchAsync(HttpContext http, IFeedFormat format, FeedSender sender, OfferingWalker walker, RequestLanguage request)
    {
        var query = new QueryReader(http.Request.Query);
        var filter = OfferingListEndpoints.ReadFilter(query);
        var order = query.Word<OfferingOrder>("order") ?? OfferingOrder.Best;
        if (query.Issue is { } issue)
        {
            return issue;
        }

        await sender.SendAsync(http, format, Web.Texts.In(request.Language)["Tray"], filter.Text is not null || filter.Near is not null, () => walker.Find(filter, order));
        return Results.Empty;
    }

    private static async Task<IResult> OfferingAsync(HttpContext http, string id, string extension, OfferingReader offerings, Joins joins, FeedSender sender, RequestLanguage request)
    {
        if (Guid.TryParseExact(id, "D", out var key) && joins.IsJoined(key))
        {
            return new Moved($"/api/v1/offerings/{joins.RootOf(key)}.{extension}");
        }

        if (await offerings.ReadAsync(key, http.RequestAborted) is not { } placed)
        {
            return await offerings.WasAsync(key, http.RequestAborted) ? new Gone() : new Unknown();
        }

        await sender.SendAsync(http, http.Format(extension), placed.Offering.Name.Pick(request.Language).Value, isPrivate: false, () => [key]);
        return Results.Empty;
    }

    private static async Task<IResult> OrganisationAsync(HttpContext http, string id, string extension, OrganisationReader organisations, OfferingWalker walker, FeedSender sender, RequestLanguage request)
    {
        if (!Guid.TryParseExact(id, "D", out var key) || await organisations.ReadAsync(key, http.RequestAborted) is not { } organisation)
        {
            return new Unknown();
        }

        var filter = new OfferingFilter { Organisations = [$"{key}"] };
        await sender.SendAsync(http, http.Format(extension), organisation.Name.Pick(request.Language).Value, isPrivate: false, () => walker.Find(filter, OfferingOrder.Name));
        return Results.Empty;
    }

    private static IFeedFormat Format(this HttpContext http, string extension) => http.RequestServices.GetRequiredKeyedService<IFeedFormat>(extension);
}
