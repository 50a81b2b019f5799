using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>The people of one's organisations and counties: who has which role, inviting, taking a role away.</summary>
internal static class PeopleEndpoints
{
    public const string Path = "/oma/ihmiset";

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, CurrentCaller _) => ShowAsync(context, null)).ExcludeFromDescription();
        app.MapPost($"{Path}/kutsu", InviteAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/pois", TakeAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> InviteAsync(HttpContext context, CurrentCaller current, InvitationDesk desk)
    {
        var fields = await FormPage.ReadAsync(context);
        return GrantedPlace.Read(fields["place"], fields["role"]) is { } grant
            ? await ShowAsync(context, await desk.InviteAsync(current.Caller, grant, context.RequestAborted))
            : ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> TakeAsync(HttpContext context, CurrentCaller current, AccountKeeper accounts, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (Guid.TryParseExact(fields["grant"], "D", out var grant))
        {
            await accounts.TakeAsync(current.Caller, grant, context.RequestAborted);
        }

        return Results.Redirect(language.Link(Path));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string? code)
    {
        var services = context.RequestServices;
        var caller = services.GetRequiredService<CurrentCaller>().Caller;
        var places = await services.GetRequiredService<GrantedPlaceReader>().ReadWithOthersAsync(caller, services.GetRequiredService<RequestLanguage>().Language, context.RequestAborted);
        var shown = new List<PlacePeople>();
        foreach (var place in places)
        {
            var people = await services.GetRequiredService<AccountKeeper>().PeopleAsync(place.Organisation, place.County, context.RequestAborted);
            shown.Add(new PlacePeople(place, people, GrantRule.Givable(caller, place.Organisation, place.County)));
        }

        return FormPage.Of<PeoplePage, PeopleShown>(context, token => new(caller, shown, code, token));
    }
}

/// <summary>A place with its people and the roles that can be given there.</summary>
internal sealed record PlacePeople(GrantedPlace Place, IReadOnlyList<(GivenGrant Given, string DisplayName)> People, IReadOnlyList<Role> Givable);

/// <summary>The page as it is shown; the code is one just made.</summary>
internal sealed record PeopleShown(Caller Caller, IReadOnlyList<PlacePeople> Places, string? Code, AntiforgeryTokenSet Token);
