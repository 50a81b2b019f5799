using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace ServiceTray.Accounts.Provider;

/// <summary>Signing out at the provider too (OpenID Connect RP-Initiated Logout).</summary>
internal static class ProviderSignOut
{
    /// <summary>Where to go so that the provider ends its own session; null: it did not begin this one, or cannot be asked.</summary>
    public static async Task<string?> AddressAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(SessionCookie.Scheme);
        if (ticket.Properties?.GetTokenValue(ProviderHandler.IdToken) is not { } idToken)
        {
            return null;
        }

        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<ProviderOptions>>().Get(ProviderHandler.Name);
        try
        {
            var found = await options.Documents.GetAsync(anew: false, context.RequestAborted);
            return string.IsNullOrEmpty(found.EndSessionEndpoint) ? null : QueryHelpers.AddQueryString(found.EndSessionEndpoint, new Dictionary<string, string?>
            {
                ["id_token_hint"] = idToken,
                ["client_id"] = options.ClientId,
                ["post_logout_redirect_uri"] = UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host, path: "/"),
            });
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
