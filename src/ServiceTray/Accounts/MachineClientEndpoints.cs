using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>Tokens for programs, as a page: making one, which is shown once, and ending it.</summary>
internal static class MachineClientEndpoints
{
    public const string Path = AccountPaths.Programs;

    public static void MapMachineClients(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, CurrentCaller _) => ShowAsync(context)).ExcludeFromDescription();
        app.MapPost(Path, MakeAsync).ExcludeFromDescription();
        app.MapPost($"{Path}/pois", RevokeAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> MakeAsync(HttpContext context, CurrentCaller current, MachineClientDesk desk)
    {
        var fields = await FormPage.ReadAsync(context);
        var typed = new MachineClientTyped(fields["name"].ToString(), fields["grant"].ToString(), [.. fields["scope"].OfType<string>()]);
        if ((typed.Grant.Split(' ', 2) is [var role, var place] ? GrantedPlace.Read(place, role) : null) is not { } grant)
        {
            return await ShowAsync(context, problem: "Programs.NoPlace", typed: typed);
        }

        try
        {
            return await ShowAsync(context, token: await desk.MakeAsync(current.Caller, typed.Name, grant, typed.Scopes, context.RequestAborted));
        }
        catch (MachineClientInvalidException)
        {
            return await ShowAsync(context, problem: "Programs.Wrong", typed: typed);
        }
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, CurrentCaller current, MachineClientDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (Guid.TryParseExact(fields["client"], "D", out var client))
        {
            await desk.RevokeAsync(current.Caller, client, context.RequestAborted);
        }

        return Results.Redirect(language.Link(Path));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string? token = null, string? problem = null, MachineClientTyped? typed = null)
    {
        var services = context.RequestServices;
        var caller = services.GetRequiredService<CurrentCaller>().Caller;
        var places = await services.GetRequiredService<GrantedPlaceReader>().ReadAsync(caller, services.GetRequiredService<RequestLanguage>().Language, context.RequestAborted);
        var clients = await services.GetRequiredService<MachineClientDesk>().ListAsync(caller, context.RequestAborted);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var shown = new List<MachineClientShown>();
        foreach (var client in clients)
        {
            var where = await services.GetRequiredService<GrantedPlaceReader>().NameOfAsync(client.Grant, services.GetRequiredService<RequestLanguage>().Language, context.RequestAborted);
            shown.Add(new MachineClientShown(client, where, HelsinkiTime.Day(client.EndsAt), client.RevokedAt is not null || client.EndsAt <= now));
        }

        return FormPage.Of<MachineClientPage, MachineClientsShown>(
            context,
            form => new(
                shown,
                [.. places.Select(place => (place, GrantRule.Givable(caller, place.Organisation, place.County))).Where(at => at.Item2.Count > 0)],
                services.GetRequiredService<OperationTable>().Scopes,
                token,
                problem,
                typed,
                form),
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>A client, where it has its role (null: in the whole), and the day it ends.</summary>
internal sealed record MachineClientShown(MachineClient Client, Text? Where, DateOnly Ends, bool HasEnded);

/// <summary>The page as it is shown; the token is one just made.</summary>
internal sealed record MachineClientsShown(
    IReadOnlyList<MachineClientShown> Clients,
    IReadOnlyList<(GrantedPlace Place, IReadOnlyList<Role> Roles)> Givable,
    IReadOnlyList<string> Scopes,
    string? Made,
    string? Problem,
    MachineClientTyped? Typed,
    AntiforgeryTokenSet Token);

/// <summary>What was typed and refused.</summary>
internal sealed record MachineClientTyped(string Name, string Grant, IReadOnlyList<string> Scopes);
