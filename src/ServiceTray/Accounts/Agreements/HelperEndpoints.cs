using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Web;

namespace ServiceTray.Accounts.Agreements;

/// <summary>Agreements between organisations and helpers, as a page for both.</summary>
internal static class HelperEndpoints
{
    public const string Path = "/oma/apurit";

    public static void MapHelpers(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ShowAsync).ExcludeFromDescription();
        app.MapPost(Path, AgreeAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/loppu", EndAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, CurrentCaller current, HelperDesk desk, OrganisationReader organisations, RequestLanguage language)
    {
        var caller = current.Caller;
        var agreements = await desk.ListAsync(caller, context.RequestAborted);
        var names = new Dictionary<Guid, Text>();
        foreach (var id in agreements.Select(agreed => agreed.Agreement.Organisation).Concat(caller.OrganisationsAs(Role.Publisher)).Distinct())
        {
            if (await organisations.ReadAsync(id, context.RequestAborted) is { } organisation)
            {
                names.Add(id, organisation.Name.Pick(language.Language));
            }
        }

        var helpers = caller.Is(Role.Publisher) ? (await desk.HelpersAsync(context.RequestAborted)).Where(helper => helper.Account != caller.Id).ToList() : [];
        return FormPage.Of<HelpersPage, HelpersShown>(context, token => new(caller, names, agreements, helpers, token));
    }

    private static async Task<IResult> AgreeAsync(HttpContext context, CurrentCaller current, HelperDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        await desk.AgreeAsync(current.Caller, IdOf(fields["organisation"]), IdOf(fields["helper"]), context.RequestAborted);
        return Results.Redirect(language.Link(Path));
    }

    private static async Task<IResult> EndAsync(HttpContext context, CurrentCaller current, HelperDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        await desk.EndAsync(current.Caller, IdOf(fields["agreement"]), context.RequestAborted);
        return Results.Redirect(language.Link(Path));
    }

    private static Guid IdOf(string? written) => Guid.TryParseExact(written, "D", out var id) ? id : Guid.Empty;
}

/// <summary>The page as it is shown: organisations by name, agreements, and whom one may agree with.</summary>
internal sealed record HelpersShown(
    Caller Caller, IReadOnlyDictionary<Guid, Text> Organisations, IReadOnlyList<AgreedHelp> Agreements, IReadOnlyList<HelperPerson> Helpers, AntiforgeryTokenSet Token);
