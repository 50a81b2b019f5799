using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Languages;

namespace ServiceTray.Themes;

/// <summary>Themes over REST.</summary>
internal static class ThemeEndpoints
{
    public static RouteGroupBuilder MapThemeEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/themes", List).WithName("listThemes").WithTags("Themes")
            .WithSummary("The eight themes").WithDescription("All eight, in their order. How many offerings each has stands in the facets of `GET /api/v1/offerings`.");
        return api;
    }

    private static Ok<IReadOnlyList<ThemeAnswer>> List(RequestLanguage request) =>
        TypedResults.Ok<IReadOnlyList<ThemeAnswer>>([.. Theme.All.Select(theme => ThemeAnswer.Of(theme, request.Language))]);
}
