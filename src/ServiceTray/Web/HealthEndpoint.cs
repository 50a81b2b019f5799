using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Offerings;

namespace ServiceTray.Web;

/// <summary>Says whether the tray is ready and what it runs on.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this WebApplication app) => app
        .MapGet("/health", Results<Ok<Health>, JsonHttpResult<Health>> (OfferingIndexer indexer, IndexFollower follower) => follower.IsBehind
            ? TypedResults.Json(new Health("behind", indexer.State), statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(new Health("ready", indexer.State)))
        .ExcludeFromDescription();
}

/// <summary>The health of a tray: it listens only when schema and index are in place, and is behind while the index cannot follow the database.</summary>
internal sealed record Health(string Status, IndexState Index);
