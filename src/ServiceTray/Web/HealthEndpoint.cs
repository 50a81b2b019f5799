using ServiceTray.Offerings;

namespace ServiceTray.Web;

/// <summary>Says whether the tray is ready and what it runs on.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this WebApplication app) => app
        .MapGet("/health", (OfferingIndexer indexer) => TypedResults.Ok(new Health("ready", indexer.State)))
        .ExcludeFromDescription();
}

/// <summary>The health of a tray: it answers only when schema and index are in place.</summary>
internal sealed record Health(string Status, IndexState Index);
