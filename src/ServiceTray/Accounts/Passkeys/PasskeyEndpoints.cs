using Microsoft.AspNetCore.Antiforgery;
using ServiceTray.Accounts.Own;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>Passkeys as forms that a script fills in: first what to ask the device is fetched, then its answer is sent as a field.</summary>
internal static class PasskeyEndpoints
{
    public const string SignInPath = "/kirjaudu/avain";

    public const string SignInAskPath = "/kirjaudu/avain/kysymys";

    public const string OwnPath = "/oma/tili/avaimet";

    public const string OwnAskPath = "/oma/tili/avaimet/kysymys";

    public const string RemovePath = "/oma/tili/avaimet/poisto";

    // Answers of devices have a kilobyte or two.
    private const int LongestCredential = 20_000;

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost(SignInAskPath, AskForSignInAsync).ExcludeFromDescription();
        app.MapPost(SignInPath, SignInAsync).LimitFailures().ExcludeFromDescription();
        app.MapPost(OwnAskPath, AskForOwnAsync).ExcludeFromDescription();
        app.MapPost(OwnPath, AddAsync).ExcludeFromDescription();
        app.MapPost(RemovePath, RemoveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AskForSignInAsync(HttpContext context, PasskeySignIn desk)
    {
        await FormPage.ReadAsync(context);
        return Asked(context, await desk.AskAsync(context));
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery tokens, PasskeySignIn desk, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new SignInForm("", ReturnPath.Read(fields["paluu"]));
        if (!await tokens.IsRequestValidAsync(context))
        {
            return SignInEndpoints.Page(context, form, "Problem.Stale", StatusCodes.Status400BadRequest);
        }

        if (await desk.SignInAsync(context, Credential(fields)) is not { } session)
        {
            return SignInEndpoints.Page(context, form, "Problem.Passkey", StatusCodes.Status422UnprocessableEntity);
        }

        await SessionCookie.GiveAsync(context, session);
        return Results.Redirect(language.Link(form.Return));
    }

    // Whoever sits at an open browser must not leave a key of her own behind: before the device is asked, and again with its answer.
    private static async Task<IResult> AskForOwnAsync(HttpContext context, CurrentCaller current, PasskeyDesk desk, OwnAccountDesk own)
    {
        var fields = await FormPage.ReadAsync(context);
        return await own.ConfirmAsync(current.Caller, fields["password"].ToString(), context.RequestAborted) is null
            ? Asked(context, await desk.AskAsync(context, current.Caller))
            : Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> AddAsync(HttpContext context, CurrentCaller current, PasskeyDesk desk, OwnAccountDesk own, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (await own.ConfirmAsync(current.Caller, fields["password"].ToString(), context.RequestAborted) is { } refused)
        {
            return await AccountEndpoints.ShowAsync(context, problem: $"{nameof(OwnAccountProblem)}.{refused}", status: StatusCodes.Status422UnprocessableEntity);
        }

        return await desk.AddAsync(context, current.Caller, fields["name"].ToString(), Credential(fields)) is { } problem
            ? await AccountEndpoints.ShowAsync(context, problem: $"{nameof(PasskeyProblem)}.{problem}", status: StatusCodes.Status422UnprocessableEntity)
            : Results.Redirect($"{language.Link(AccountEndpoints.Path)}#passkeys");
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, CurrentCaller current, PasskeyDesk desk, RequestLanguage language)
    {
        var fields = await FormPage.ReadAsync(context);
        if (Guid.TryParseExact(fields["passkey"], "D", out var passkey))
        {
            await desk.RemoveAsync(current.Caller, passkey, context.RequestAborted);
        }

        return Results.Redirect($"{language.Link(AccountEndpoints.Path)}#passkeys");
    }

    private static string Credential(IFormCollection fields) => fields["credential"].ToString() is { Length: <= LongestCredential } credential ? credential : "";

    private static IResult Asked(HttpContext context, string options)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(options, "application/json");
    }
}
