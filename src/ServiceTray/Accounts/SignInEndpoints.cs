using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using ServiceTray.Accounts.Provider;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>Signing in and out, as pages.</summary>
internal static class SignInEndpoints
{
    public const string Path = AccountPaths.SignIn;

    public const string ProviderPath = "/kirjaudu/palvelu";

    /// <summary>Where a sign-in that the provider did not bring about ends.</summary>
    public const string FailedPath = ProviderOptions.FailedPath;

    public const string OutPath = "/kirjaudu-ulos";

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, string? paluu) => Page(context, new SignInForm("", ReturnPath.Read(paluu)), null, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(Path, SignInAsync).LimitFailures().ExcludeFromDescription();

        // Nothing is guessed at here, and a whole county goes through it in the morning from one address.
        app.MapGet(ProviderPath, GoToProviderAsync).ExcludeFromDescription();
        app.MapGet(FailedPath, (HttpContext context) => Page(context, new SignInForm("", ReturnPath.Usual), "Problem.Provider", StatusCodes.Status422UnprocessableEntity)).ExcludeFromDescription();
        app.MapPost(OutPath, SignOutAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery tokens, CurrentCaller current, SignInDesk desk, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new SignInForm(fields["name"].ToString(), ReturnPath.Read(fields["paluu"]));
        if (!await tokens.IsRequestValidAsync(context))
        {
            // The page of a second tab is stale once she is in by the first; nothing of it is done, she goes on.
            return current.Caller.IsSignedIn ? Results.Redirect(language.Link(form.Return)) : Page(context, form, "Problem.Stale", StatusCodes.Status400BadRequest);
        }

        if (await desk.SignInAsync(form.Name, fields["password"].ToString(), KnownDevice.Of(context), context.Connection.RemoteIpAddress, context.RequestAborted) is not { } session)
        {
            return Page(context, form, "Problem.SignIn", StatusCodes.Status422UnprocessableEntity);
        }

        await SessionCookie.GiveAsync(context, session);
        return Results.Redirect(language.Link(form.Return));
    }

    private static async Task<IResult> GoToProviderAsync(HttpContext context, string? paluu, RequestLanguage language, ILoggerFactory logs)
    {
        if (context.RequestServices.GetService<ProviderSettings>() is null)
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        try
        {
            await context.ChallengeAsync(ProviderHandler.Name, new AuthenticationProperties { RedirectUri = language.Link(ReturnPath.Read(paluu)) });
            return Results.Empty;
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or ArgumentException)
        {
            logs.CreateLogger(typeof(SignInEndpoints)).LogError("The provider cannot be asked: {Kind}", fault.GetBaseException().GetType());
            return Results.Redirect(language.Link(FailedPath));
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery tokens, RequestLanguage language)
    {
        if (!await tokens.IsRequestValidAsync(context))
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        // Ended here first: the provider may be long in answering, and she be gone by then.
        await SessionCookie.EndAsync(context);
        await SessionCookie.ForgetAsync(context);
        if (await ProviderSignOut.AddressAsync(context) is not { } address)
        {
            return Results.Redirect(language.Link("/"));
        }

        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<ProviderSignOutPage, ProviderSignOutShown>(new(address, context.RequestServices.GetRequiredService<ProviderSettings>().Name));
    }

    /// <summary>The form again, with what was wrong.</summary>
    public static IResult Page(HttpContext context, SignInForm form, string? problem, int status) =>
        FormPage.Of<SignInPage, SignInShown>(context, token => new(form, problem, context.RequestServices.GetService<ProviderSettings>()?.Name, token), status);
}

/// <summary>What was typed, without the password, and where to go on.</summary>
internal sealed record SignInForm(string Name, string Return);

/// <summary>Where the provider ends its own session, and what people call it.</summary>
internal sealed record ProviderSignOutShown(string Address, string Provider);

/// <summary>The form as the page shows it; the problem is a key of the room's texts, the provider a name.</summary>
internal sealed record SignInShown(SignInForm Form, string? Problem, string? Provider, AntiforgeryTokenSet Token);
