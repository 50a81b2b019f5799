namespace ServiceTray.Web;

/// <summary>The pages of no other room.</summary>
internal static class WebPageEndpoints
{
    public static void MapWebPages(this WebApplication app) => app
        .MapGet("/", () => PageAnswer.Of<HomePage>())
        .ExcludeFromDescription();
}
