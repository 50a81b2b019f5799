using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using ServiceTray.Languages;

namespace ServiceTray.Accounts.Provider;

/// <summary>Signs people in by an OpenID provider: the framework's code flow with PKCE, a nonce, and an ID token that is checked before anything in it is believed.</summary>
internal sealed class ProviderHandler(
    IOptionsMonitor<ProviderOptions> options, ILoggerFactory logger, UrlEncoder encoder, IdTokenCheck check, ProviderDesk desk)
    : OAuthHandler<ProviderOptions>(options, logger, encoder)
{
    public const string Name = "provider";

    public const string IdToken = "id_token";

    private const string Nonce = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var found = await Options.Documents.GetAsync(anew: false, Context.RequestAborted);
        Options.AuthorizationEndpoint = found.AuthorizationEndpoint;
        properties.Items[Nonce] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);

    // As the framework's own, but the secret goes as the provider wants it (OpenID Connect Core, 9).
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var found = await Options.Documents.GetAsync(anew: false, Context.RequestAborted);
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
            ["client_id"] = Options.ClientId,
            [OAuthConstants.CodeVerifierKey] = context.Properties.Items[OAuthConstants.CodeVerifierKey]!,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, found.TokenEndpoint);
        if (found.TokenEndpointAuthMethodsSupported is { Count: > 0 } ways && !ways.Contains("client_secret_basic"))
        {
            fields["client_secret"] = Options.ClientSecret;
        }
        else
        {
            var pair = $"{Uri.EscapeDataString(Options.ClientId)}:{Uri.EscapeDataString(Options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        request.Content = new FormUrlEncodedContent(fields);
        request.Headers.Accept.Add(new("application/json"));
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!answer.IsSuccessStatusCode)
        {
            return OAuthTokenResponse.Failed(new AuthenticationFailureException($"The provider answered {(int)answer.StatusCode} to the code."));
        }

        return OAuthTokenResponse.Success(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted)));
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var idToken = tokens.Response!.RootElement.TryGetProperty(IdToken, out var told) ? told.GetString() : null;
        var claims = await check.ReadAsync(idToken, properties.Items[Nonce]!, Options.Documents, Context.RequestAborted);
        var language = Context.RequestServices.GetRequiredService<RequestLanguage>().Language;
        var session = await desk.SignInAsync(claims, language, Context.RequestAborted);
        await SessionCookie.EndAsync(Context);

        // Kept for signing out at the provider, and nothing else of what it told.
        var back = properties.RedirectUri;
        properties.Items.Clear();
        properties.StoreTokens([new AuthenticationToken { Name = IdToken, Value = idToken! }]);
        properties.RedirectUri = back ?? ReturnPath.Usual;
        return new AuthenticationTicket(SessionCookie.PrincipalOf(session), properties, Name);
    }
}
