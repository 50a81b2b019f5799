using ServiceTray.Accounts;
using ServiceTray.Guidance.Materials;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Themes;
using ServiceTray.Web;

namespace ServiceTray.Guidance;

/// <summary>Counting guidance, as a page with one button a path.</summary>
internal static class GuidanceEndpoints
{
    public const string Path = "/ohjaus";
    private const string CountedField = "kirjattu";

    public static void MapGuidance(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ShowAsync).ExcludeFromDescription();
        app.MapPost(Path, CountAsync).ExcludeFromDescription();
        app.MapMaterials();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, CurrentCaller current, OrganisationReader organisations)
    {
        var units = await organisations.ReadAsync(current.Caller.OrganisationsAs(Role.Professional), context.RequestAborted);
        return FormPage.Of<GuidancePage, GuidanceShown>(context, token => new(units, context.Request.Query.ContainsKey(CountedField), token));
    }

    private static async Task<IResult> CountAsync(HttpContext context, CurrentCaller current, GuidanceLog log, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (!Guid.TryParse(fields["organisation"], out var organisation) || PublicWords.Read<GuidancePath>($"{fields["path"]}") is not { } path)
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        await log.CountAsync(organisation, path, PublicWords.Read<ThemeCode>($"{fields["theme"]}"), current.Caller, context.RequestAborted);
        return Results.Redirect(language.Link(Path, QueryString.Create(CountedField, "1")));
    }
}

/// <summary>The page: where the caller may count, and whether one was counted just now.</summary>
internal sealed record GuidanceShown(IReadOnlyList<Organisation> Units, bool WasCounted, Microsoft.AspNetCore.Antiforgery.AntiforgeryTokenSet Token);
