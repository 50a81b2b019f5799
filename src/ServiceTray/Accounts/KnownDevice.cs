using System.Security.Cryptography;
using System.Text;
using ServiceTray.Codes;

namespace ServiceTray.Accounts;

/// <summary>A browser that people have signed in with before, and who; sealed in a cookie of its own that outlives the session and lets nobody in. With another password it is a stranger again, whoever that password is from.</summary>
internal sealed record KnownDevice(Guid Id, DateTimeOffset Until, IReadOnlyList<KnownAccount> Accounts)
{
    private const string Cookie = "device";

    // Colleagues share machines.
    private const int MostAccounts = 8;

    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(180);

    /// <summary>The one that the request came from; null: none that is known.</summary>
    public static KnownDevice? Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: > 0 } closed
        && context.RequestServices.GetRequiredService<Sealer>().OpenSentOrNull<KnownDevice>(Cookie, closed) is { } known
        && known.Until > Now(context)
            ? known
            : null;

    /// <summary>Its id, when it is known to this account.</summary>
    public Guid? For(Account? account) => account is not null && Accounts.Contains(KnownAccount.Of(account)) ? Id : null;

    /// <summary>Makes the browser known to an account that it has just been let in to.</summary>
    public static void Note(HttpContext context, KnownAccount account)
    {
        // Elsewhere, as where an invitation is taken, the browser does not say whom it knows, and they would be forgotten.
        if (!context.Request.Path.StartsWithSegments(AccountPaths.SignIn, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var (before, now) = (Of(context), Now(context));
        var known = new KnownDevice(before?.Id ?? Guid.CreateVersion7(now), now + GoodFor, [account, .. (before?.Accounts ?? []).Where(other => other.Id != account.Id).Take(MostAccounts - 1)]);
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

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}

/// <summary>An account as it was when a browser was let in to it: the stamp is another with each password.</summary>
internal sealed record KnownAccount(Guid Id, string Stamp)
{
    public static KnownAccount Of(Account account) => new(account.Id, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Id}{account.PasswordHash}"))));
}
