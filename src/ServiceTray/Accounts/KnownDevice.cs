using ServiceTray.Codes;

namespace ServiceTray.Accounts;

/// <summary>A browser that people have signed in with before, and who; sealed in a cookie of its own that outlives the session and lets nobody in.</summary>
internal sealed record KnownDevice(Guid Id, IReadOnlyList<Guid> Accounts)
{
    private const string Cookie = "device";

    // Colleagues share machines.
    private const int MostAccounts = 8;

    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(180);

    /// <summary>The one that the request came from; null: none that is known.</summary>
    public static KnownDevice? Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: > 0 } closed ? context.RequestServices.GetRequiredService<Sealer>().OpenOrNull<KnownDevice>(Cookie, closed) : null;

    /// <summary>Its id, when it is known to this account.</summary>
    public Guid? For(Guid? account) => account is { } id && Accounts.Contains(id) ? Id : null;

    /// <summary>Makes the browser known to an account that it has just been let in to.</summary>
    public static void Note(HttpContext context, Guid account)
    {
        var before = Of(context);
        var known = new KnownDevice(before?.Id ?? Guid.CreateVersion7(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()), [account, .. (before?.Accounts ?? []).Where(other => other != account).Take(MostAccounts - 1)]);
        context.Response.Cookies.Append(Cookie, context.RequestServices.GetRequiredService<Sealer>().Seal(Cookie, known), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = GoodFor,
            Path = AccountPaths.SignIn,
        });
    }
}
