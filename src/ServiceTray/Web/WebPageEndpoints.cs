namespace ServiceTray.Web;

/// <summary>The pages of no other room.</summary>
internal static class WebPageEndpoints
{
    public static void MapWebPages(this IEndpointRouteBuilder app) =>
        app.MapGet("/", () => PageAnswer.Of<HomePage>()).ExcludeFromDescription();
}
