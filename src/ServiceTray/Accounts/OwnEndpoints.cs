using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Places;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>The page of the one who is signed in.</summary>
internal static class OwnEndpoints
{
    public static void MapOwn(this IEndpointRouteBuilder app) => app.MapGet(ReturnPath.Usual, ShowAsync).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(
        HttpContext context, CurrentCaller current, OrganisationReader organisations, OperationTable operations, IEnumerable<OwnLink> pages, Regions regions, RequestLanguage language)
    {
        var caller = current.Caller;
        var grants = new List<GrantShown>();
        foreach (var grant in caller.Grants)
        {
            var organisation = grant.Organisation is { } id ? await organisations.ReadAsync(id, context.RequestAborted) : null;
            grants.Add(new GrantShown(grant.Role, organisation?.Name.Pick(language.Language) ?? (grant.County is { } county ? regions[county]?.ShortName.Pick(language.Language) : null)));
        }

        return FormPage.Of<OwnPage, OwnShown>(context, token => new(caller, grants, OwnLink.For(caller, pages, operations), token));
    }
}

/// <summary>Who is signed in, with her roles in words.</summary>
internal sealed record OwnShown(Caller Caller, IReadOnlyList<GrantShown> Grants, IReadOnlyList<OwnLink> Links, AntiforgeryTokenSet Token);

/// <summary>A role, and the organisation or county where she has it.</summary>
internal sealed record GrantShown(Role Role, Text? Where);
