using Microsoft.Extensions.Primitives;
using ServiceTray.Web;

namespace ServiceTray.Offerings;

/// <summary>The search page: posted by its form, so that words of need stay out of addresses; by address only for a link made on purpose.</summary>
internal static class SearchPageEndpoints
{
    public static void MapSearchPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/haku", (HttpContext context, SearchLister lister) => AnswerAsync(context, context.Request.Query, lister)).ExcludeFromDescription();
        app.MapPost("/haku", async (HttpContext context, SearchLister lister) =>
                await AnswerAsync(context, await PageForm.ReadAsync(context.Request, context.RequestAborted), lister))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IEnumerable<KeyValuePair<string, StringValues>> fields, SearchLister lister)
    {
        if (SearchFormReader.Read(fields) is not { } form)
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        var posted = HttpMethods.IsPost(context.Request.Method);
        var headers = context.Response.Headers;

        // A posted page may be kept by the browser that asked, so that the way back to it works; a link's page that tells is kept by nobody.
        headers.CacheControl = posted ? "private, no-cache" : form.IsTelling ? "private, no-store" : "no-cache";
        if (!form.IsEmpty)
        {
            headers["X-Robots-Tag"] = "noindex";
        }

        var listing = await lister.ListAsync(form, context.RequestAborted);
        return PageAnswer.Of<OfferingListPage, SearchListing>(listing, listing.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
