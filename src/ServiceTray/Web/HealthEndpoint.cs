using ServiceTray.Search;

namespace ServiceTray.Web;

/// <summary>Says whether the tray is ready and what it runs on.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this WebApplication app) => app
        .MapGet("/health", (SearchIndex index) => TypedResults.Ok(new Health("ready", index.FinnishChain, index.Count, index.Sequence)))
        .ExcludeFromDescription();
}

/// <summary>The health of a tray: it answers only when schema and index are in place.</summary>
internal sealed record Health(string Status, string FinnishChain, int Offerings, long Sequence);
