using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ServiceTray.Accounts.Provider;

/// <summary>What the provider tells of itself: addresses and keys, fetched when first needed and again when a key is not known.</summary>
internal sealed class ProviderDocuments(string authority, IDocumentRetriever documents)
{
    private volatile OpenIdConnectConfiguration? known;

    /// <exception cref="InvalidOperationException">It does not answer, or says that it is another.</exception>
    public async Task<OpenIdConnectConfiguration> GetAsync(bool anew, CancellationToken cancellationToken)
    {
        if (!anew && known is { } kept)
        {
            return kept;
        }

        var read = await OpenIdConnectConfigurationRetriever.GetAsync($"{authority.TrimEnd('/')}/.well-known/openid-configuration", documents, cancellationToken);
        if (read.Issuer.TrimEnd('/') != authority.TrimEnd('/'))
        {
            throw new InvalidOperationException("The provider says that it is another issuer than the one set.");
        }

        return known = read;
    }
}
