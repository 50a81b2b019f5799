using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts.Handovers;
using ServiceTray.Accounts.Own;
using ServiceTray.Accounts.Passkeys;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>The page of one's own account.</summary>
internal static class AccountEndpoints
{
    public const string Path = "/oma/tili";

    public static void MapAccount(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, (HttpContext context, CurrentCaller _) => ShowAsync(context)).ExcludeFromDescription();

    /// <summary>The page; the code is a handover's that was just made, the problem a key of the room's texts about a passkey, what is told about password and end.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context, string? code = null, string? problem = null, OwnAccountTold? told = null, int status = StatusCodes.Status200OK)
    {
        var services = context.RequestServices;
        var caller = services.GetRequiredService<CurrentCaller>().Caller;
        var isLocal = await services.GetRequiredService<HandoverDesk>().IsHersToHandOverAsync(caller, context.RequestAborted);
        var passkeys = isLocal ? await services.GetRequiredService<PasskeyDesk>().ListAsync(caller, context.RequestAborted) : [];
        var language = await services.GetRequiredService<OwnAccountDesk>().LanguageAsync(caller, context.RequestAborted);
        return FormPage.Of<AccountPage, AccountShown>(context, token => new(caller, language, isLocal, code, passkeys, problem, told, token), status);
    }
}

/// <summary>One's account as its page shows it.</summary>
internal sealed record AccountShown(Caller Caller, Language? Language, bool IsLocal, string? Code, IReadOnlyList<Passkey> Passkeys, string? Problem, OwnAccountTold? Told, AntiforgeryTokenSet Token);
