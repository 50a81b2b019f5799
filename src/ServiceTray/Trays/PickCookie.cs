using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ServiceTray.Trays;

/// <summary>
/// Keeps picks in the browser alone, until it is closed: the tray itself remembers nothing of one who has not made a list. It is set
/// when something is picked and never before, and is sealed, so that nobody at the same computer reads the picks out of it.
/// </summary>
internal sealed class PickCookie(IDataProtectionProvider protection)
{
    public const string Name = "picks";

    private const int IdLength = 16;

    private readonly IDataProtector seal = protection.CreateProtector("ServiceTray.Picks");

    public Picks Read(HttpRequest request)
    {
        try
        {
            return request.Cookies[Name] is { Length: > 0 } sealedPicks
                ? Picks.None.With(seal.Unprotect(WebEncoders.Base64UrlDecode(sealedPicks)).Chunk(IdLength).Where(id => id.Length == IdLength).Select(id => new Guid(id)))
                : Picks.None;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return Picks.None;
        }
    }

    public void Write(HttpContext http, Picks picks)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" };
        if (picks.Offerings.Count == 0)
        {
            http.Response.Cookies.Delete(Name, options);
            return;
        }

        http.Response.Cookies.Append(Name, WebEncoders.Base64UrlEncode(seal.Protect([.. picks.Offerings.SelectMany(id => id.ToByteArray())])), options);
    }
}
