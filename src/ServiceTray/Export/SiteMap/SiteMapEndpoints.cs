using ServiceTray.Languages;
using ServiceTray.Offerings;

namespace ServiceTray.Export.SiteMap;

/// <summary>What search engines read first: the list of pages, and what they leave alone.</summary>
internal static class SiteMapEndpoints
{
    private const string ContentType = "application/xml; charset=utf-8";

    public static void MapSiteMap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/robots.txt", (HttpContext http) => TypedResults.Text(Robots(Home(http)))).ExcludeFromDescription();
        app.MapGet("/sitemap.xml", async (HttpContext http, SiteMapWriter writer, AnswerTag tag) =>
        {
            if (tag.IsKnown(http, isPrivate: false))
            {
                return;
            }

            var files = writer.CountFiles();
            http.Response.ContentType = ContentType;
            await (files == 1 ? writer.WriteAsync(http.Response.BodyWriter, Home(http), 1, http.RequestAborted) : SiteMapWriter.WriteIndexAsync(http.Response.BodyWriter, Home(http), files));
        }).ExcludeFromDescription();
        app.MapGet("/sitemap-{number:int:min(1)}.xml", async (int number, HttpContext http, SiteMapWriter writer, AnswerTag tag) =>
        {
            if (number > writer.CountFiles())
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            if (!tag.IsKnown(http, isPrivate: false))
            {
                http.Response.ContentType = ContentType;
                await writer.WriteAsync(http.Response.BodyWriter, Home(http), number, http.RequestAborted);
            }
        }).ExcludeFromDescription();
    }

    // A search, a survey's answer and the interfaces for programs are no pages to be found by.
    private static string Robots(string home) => $"""
        User-agent: *
        Disallow: /haku?
        Disallow: /kartoitus/
        Disallow: /api/
        Disallow: /graphql
        Disallow: /oruk/
        Disallow: /hsds/
        Disallow: /ogc/
        Sitemap: {home}/sitemap.xml

        """;

    private static string Home(HttpContext http) => FeedSheet.Of(http.Request, "", Language.Fi, default).Home;
}
