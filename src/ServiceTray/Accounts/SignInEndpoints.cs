using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Accounts;

/// <summary>Signing in and out, as pages.</summary>
internal static class SignInEndpoints
{
    public const string Path = "/kirjaudu";

    public const string OutPath = "/kirjaudu-ulos";

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext context, IAntiforgery tokens, string? paluu) =>
            Page(context, tokens, new SignInForm("", ReturnPath.Read(paluu)), null, StatusCodes.Status200OK)).ExcludeFromDescription();
        app.MapPost(Path, SignInAsync).RequireRateLimiting(CallerLimits.SignIn).ExcludeFromDescription();
        app.MapPost(OutPath, SignOutAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery tokens, SignInDesk desk, RequestLanguage language)
    {
        var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
        var form = new SignInForm(fields["name"].ToString(), ReturnPath.Read(fields["paluu"]));
        if (!await tokens.IsRequestValidAsync(context))
        {
            return Page(context, tokens, form, "Problem.Stale", StatusCodes.Status400BadRequest);
        }

        if (await desk.SignInAsync(form.Name, fields["password"].ToString(), context.RequestAborted) is not { } session)
        {
            return Page(context, tokens, form, "Problem.SignIn", StatusCodes.Status422UnprocessableEntity);
        }

        // The session that a browser brought along ends, so that nobody can wait in one that she planted.
        await EndAsync(context, desk);
        await SessionCookie.GiveAsync(context, session);
        return Results.Redirect(language.Link(form.Return));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery tokens, SignInDesk desk, RequestLanguage language)
    {
        if (!await tokens.IsRequestValidAsync(context))
        {
            return ErrorEndpoints.Of(StatusCodes.Status400BadRequest);
        }

        await EndAsync(context, desk);
        await context.SignOutAsync(SessionCookie.Scheme);
        return Results.Redirect(language.Link("/"));
    }

    private static async Task EndAsync(HttpContext context, SignInDesk desk)
    {
        if (SessionCookie.SessionOf(context.User) is { } session)
        {
            await desk.SignOutAsync(session, context.RequestAborted);
        }
    }

    private static IResult Page(HttpContext context, IAntiforgery tokens, SignInForm form, string? problem, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return PageAnswer.Of<SignInPage, SignInShown>(new(form, problem, tokens.GetAndStoreTokens(context)), status);
    }
}

/// <summary>What was typed, without the password, and where to go on.</summary>
internal sealed record SignInForm(string Name, string Return);

/// <summary>The form as the page shows it; the problem is a key of the room's texts.</summary>
internal sealed record SignInShown(SignInForm Form, string? Problem, AntiforgeryTokenSet Token);
