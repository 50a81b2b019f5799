using ServiceTray.Codes;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>
/// What a device was asked to sign: sealed in a cookie, so that only the browser that asked can answer, for a short time, and,
/// by its id, once. The account is whose passkey is made; null: somebody signs in.
/// </summary>
internal sealed record PasskeyChallenge(Guid Id, Guid? Account, string State, DateTimeOffset EndsAt)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private const string Cookie = "passkey";

    private const string Purpose = "passkey";

    public void Give(HttpContext context, Sealer sealer) => context.Response.Cookies.Append(Cookie, sealer.Seal(Purpose, this), Options(context));

    /// <summary>The challenge that the browser came with, which it has no more; null: none that is good now and for this account.</summary>
    public static PasskeyChallenge? Take(HttpContext context, Sealer sealer, Guid? account, DateTimeOffset now)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } closed)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options(context));
        return sealer.OpenSentOrNull<PasskeyChallenge>(Purpose, closed) is { } challenge && challenge.Account == account && challenge.EndsAt > now ? challenge : null;
    }

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = GoodFor, Path = "/" };
}
