using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>The cookie that names a session, encrypted, and who asks with it.</summary>
internal static class SessionCookie
{
    public const string Scheme = "session";

    private const string SessionClaim = "sid";

    /// <summary>How long it is good without being used.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Scheme;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>The session that the request's cookie names; null: none.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParseExact(user.FindFirstValue(SessionClaim), "D", out var id) ? id : null;

    /// <summary>Gives the browser a cookie for the session; whatever it had is replaced.</summary>
    public static async Task GiveAsync(HttpContext context, Session session)
    {
        await EndAsync(context);
        await context.SignInAsync(Scheme, PrincipalOf(session));
        var services = context.RequestServices;
        KnownDevice.Note(context, await services.GetRequiredService<SignInDesk>().NoteAsync(session.AccountId, services.GetRequiredService<RequestLanguage>().Language, context.RequestAborted));
    }

    public static ClaimsPrincipal PrincipalOf(Session session) => new(new ClaimsIdentity(
        [new Claim(SessionClaim, $"{session.Id}"), new Claim(ClaimTypes.NameIdentifier, $"{session.AccountId}")], Scheme));

    /// <summary>Takes the cookie of a session that is no more from the browser.</summary>
    public static async Task ForgetAsync(HttpContext context)
    {
        await context.SignOutAsync(Scheme);
        context.User = new ClaimsPrincipal();
        context.Features.Set<Caller>(null);
    }

    /// <summary>Ends the session that the browser came with, so that nobody can wait in one that she planted.</summary>
    public static async Task EndAsync(HttpContext context)
    {
        if ((await context.AuthenticateAsync(Scheme)).Principal is { } user && SessionOf(user) is { } session)
        {
            await context.RequestServices.GetRequiredService<SignInDesk>().SignOutAsync(session, context.RequestAborted);
        }
    }

    // The row decides, not the cookie: a session that was ended is nothing at once.
    private static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var http = cookie.HttpContext;
        var caller = SessionOf(cookie.Principal!) is { } session
            ? await http.RequestServices.GetRequiredService<CallerReader>().OfSessionAsync(session, http.RequestAborted)
            : null;
        if (caller is null)
        {
            cookie.RejectPrincipal();
        }
        else
        {
            http.Features.Set(caller);

            // Her menu stands on every page, so none of them is for a cache between.
            http.Response.Headers.CacheControl = "private";
        }
    }
}
