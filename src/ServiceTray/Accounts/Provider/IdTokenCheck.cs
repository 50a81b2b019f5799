using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceTray.Accounts.Provider;

/// <summary>Believes an ID token only when its signature, issuer, audience, times and nonce are right (OpenID Connect Core, 3.1.3.7).</summary>
internal sealed class IdTokenCheck(ProviderSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan UnaskedEvery = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler tokens = new() { MapInboundClaims = false };

    /// <summary>The claims of a token that is right.</summary>
    /// <exception cref="AuthenticationFailureException">It is not.</exception>
    public async Task<ClaimsIdentity> ReadAsync(string? idToken, string nonce, ProviderDocuments documents, CancellationToken cancellationToken)
    {
        var claims = (await SignedAsync(idToken, documents, isAsked: true, cancellationToken)).ClaimsIdentity;
        if (!Same(claims.FindFirst("nonce")?.Value, nonce))
        {
            throw new AuthenticationFailureException("The ID token answers another request.");
        }

        // A token for several is for us only when it says that we asked.
        if (claims.FindFirst("azp")?.Value is { } asked ? asked != settings.ClientId : claims.FindAll("aud").Skip(1).Any())
        {
            throw new AuthenticationFailureException("The ID token was made for another client.");
        }

        return string.IsNullOrWhiteSpace(claims.FindFirst("sub")?.Value) ? throw new AuthenticationFailureException("The ID token names nobody.") : claims;
    }

    /// <summary>A token that the provider signed for us and that is good now, whatever it says; one that nobody asked for, and that may be anybody's, makes us ask the provider for its keys at most once a minute.</summary>
    /// <exception cref="AuthenticationFailureException">It is not.</exception>
    public async Task<TokenValidationResult> SignedAsync(string? token, ProviderDocuments documents, bool isAsked, CancellationToken cancellationToken)
    {
        var result = await ValidateAsync(token, documents, anew: false, cancellationToken);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && (isAsked || documents.AreOlderThan(UnaskedEvery)))
        {
            // The provider has changed its keys since they were fetched.
            result = await ValidateAsync(token, documents, anew: true, cancellationToken);
        }

        return result.IsValid ? result : throw new AuthenticationFailureException("The token is not right.", result.Exception);
    }

    private static bool Same(string? told, string nonce) =>
        told is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(told), Encoding.UTF8.GetBytes(nonce));

    private async Task<TokenValidationResult> ValidateAsync(string? idToken, ProviderDocuments documents, bool anew, CancellationToken cancellationToken)
    {
        var found = await documents.GetAsync(anew, cancellationToken);
        return await tokens.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = found.Issuer,
            ValidAudience = settings.ClientId,
            IssuerSigningKeys = found.SigningKeys,
            ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
        });
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is not null && expires > now - Skew && !(notBefore > now + Skew);
    }
}
