using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceTray.Languages;
using ServiceTray.Web.Rest;

namespace ServiceTray.Trays;

/// <summary>Trays over REST.</summary>
internal static class TrayEndpoints
{
    public static RouteGroupBuilder MapTrayEndpoints(this RouteGroupBuilder api)
    {
        api.MapPost("/trays", SaveAsync).WithName("saveTray").WithTags("Trays").MayRefuse().TakesBody().MayTire()
            .WithSummary("Keeps a tray")
            .WithDescription("A new one, or with its code and edit key one that is there, which is then as the body says. The edit key is answered once, when the tray is new. Nobody needs to sign in.");
        api.MapPost("/trays/delete", DeleteAsync).WithName("deleteTray").WithTags("Trays").TakesBody().MayTire()
            .WithSummary("Deletes a tray for good")
            .WithDescription("With its code and edit key. A code or key that is wrong and a tray that is gone are answered alike.");
        api.MapGet("/trays/{code}", GetAsync).WithName("getTray").WithTags("Trays").MayTire()
            .WithSummary("A tray by its reading code")
            .WithDescription("What was picked as it is now, with what has changed since. A code that is wrong and one whose tray is gone are answered alike.");
        api.MapPost("/trays/{code}/mail", MailAsync).WithName("mailTray").WithTags("Trays").MayRefuse().TakesBody().MayTire().Meets(StatusCodes.Status404NotFound)
            .WithSummary("Sends a tray's link by mail")
            .WithDescription("In neutral words: nothing of what was picked or written is in it. At most three a day go to one address, which is forgotten when the mail was sent.");
        return api;
    }

    private static async Task<Ok<SavedTrayAnswer>> SaveAsync(
        SaveTrayInput tray, TrayKeeper keeper, TrayTeller teller, RequestLanguage language, HttpContext http, CancellationToken cancellationToken)
    {
        TrayPageEndpoints.KeepNowhere(http);
        var saved = await keeper.SaveAsync(tray, http.Connection.RemoteIpAddress, cancellationToken);
        return saved.Tray is { } kept
            ? TypedResults.Ok(new SavedTrayAnswer { Tray = await teller.TellAsync(kept, cancellationToken), EditKey = saved.EditKey })
            : throw new TrayRefusedException(saved.Errors, language.Language);
    }

    private static async Task<Results<Ok<TrayAnswer>, Unknown>> GetAsync(
        [Description("As `7KQ2-M0XA-9VTB-H3WE`, in any case, with or without hyphens.")] string code,
        TrayKeeper keeper, TrayTeller teller, HttpContext http, CancellationToken cancellationToken)
    {
        TrayPageEndpoints.KeepNowhere(http);
        return await keeper.ReadAsync(code, http.Connection.RemoteIpAddress, cancellationToken) is { } tray
            ? TypedResults.Ok(await teller.TellAsync(tray, cancellationToken))
            : new Unknown();
    }

    private static async Task<Results<Ok<DeletedAnswer>, Unknown>> DeleteAsync(KeysBody keys, TrayKeeper keeper, HttpContext http, CancellationToken cancellationToken)
    {
        TrayPageEndpoints.KeepNowhere(http);
        return await keeper.TakeAwayAsync(keys.Code, keys.EditKey, http.Connection.RemoteIpAddress, cancellationToken) ? TypedResults.Ok(new DeletedAnswer()) : new Unknown();
    }

    private static async Task<Ok<PostedAnswer>> MailAsync(
        [Description("The reading code.")] string code, MailBody mail, TrayMailer mailer, RequestLanguage language, HttpContext http, CancellationToken cancellationToken)
    {
        TrayPageEndpoints.KeepNowhere(http);
        return await mailer.SendAsync(code, mail.To, language.Language, http.Connection.RemoteIpAddress, cancellationToken) is { } error
            ? throw new TrayRefusedException([error], language.Language)
            : TypedResults.Ok(new PostedAnswer());
    }

    /// <summary>Whom a tray is mailed to.</summary>
    /// <param name="To">One e-mail address.</param>
    internal sealed record MailBody(string To);

    /// <summary>What deletes a tray.</summary>
    /// <param name="Code">Its reading code.</param>
    /// <param name="EditKey">The edit key that its maker got once.</param>
    internal sealed record KeysBody(string Code, string EditKey);
}
