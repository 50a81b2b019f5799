using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Web.Rest;

namespace ServiceTray.Offerings;

/// <summary>Offerings over REST.</summary>
internal static class OfferingEndpoints
{
    public static RouteGroupBuilder MapOfferingEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/offerings", OfferingListEndpoints.ListAsync).OpenToAll().WithName("listOfferings").WithTags("Offerings")
            .Knows(OfferingListEndpoints.FilterParameters).Knows(OfferingListEndpoints.PageParameters)
            .WithSummary("Activities and events that meet a filter")
            .WithDescription("One ranked list; a recurring event is one item. Each filter given must be met, and of a repeated one any value will do. `Link` leads to the pages beside.");

        api.MapPost("/offerings/search", OfferingListEndpoints.SearchAsync).WithName("searchOfferings").WithTags("Offerings")
            .Knows(OfferingListEndpoints.PageParameters).MayRefuse().TakesBody()
            .WithSummary("The same, with the filter in the body")
            .WithDescription("Keeps what a resident asks out of addresses, and so out of histories and logs. The body is the filter, in the members and words of GraphQL's `OfferingFilter`; `Link` is followed by sending the same body there.");

        api.MapClusters();
        api.MapCompletion();
        api.MapUnfoundWords();

        api.MapGet("/offerings/{id}", GetAsync).OpenToAll().WithName("getOffering").WithTags("Offerings")
            .WithSummary("One activity or event").WithDescription("All that is told of it, with its next hundred dates. One that was joined into another has moved there (301), one that its source has taken back is gone (410).");
        return api;
    }

    private static async Task<Results<Ok<OfferingAnswer>, Moved, Gone, Unknown, EmptyHttpResult>> GetAsync(
        HttpContext http,
        [Description("A UUID that an earlier answer gave.")] string id, OfferingTeller teller, OfferingReader reader, Joins joins, AnswerTag tag, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(id, "D", out var key))
        {
            return new Unknown();
        }

        if (joins.IsJoined(key))
        {
            return new Moved($"/api/v1/offerings/{joins.RootOf(key)}");
        }

        if (await teller.TellAsync(key, cancellationToken) is { } offering)
        {
            return tag.IsKnown(http, isPrivate: false, isAskedEachTime: true) ? TypedResults.Empty : TypedResults.Ok(offering);
        }

        return await reader.WasAsync(key, cancellationToken) ? new Gone() : new Unknown();
    }
}
