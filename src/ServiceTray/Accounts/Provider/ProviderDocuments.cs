using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ServiceTray.Accounts.Provider;

/// <summary>What the provider tells of itself: addresses and keys, fetched when first needed, again when a key is not known, and again after a while, so that a key it has withdrawn is good for nothing.</summary>
internal sealed class ProviderDocuments(string authority, IDocumentRetriever documents, TimeProvider clock)
{
    /// <summary>How long what it told is believed.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(15);

    private volatile Heard? known;

    /// <exception cref="InvalidOperationException">It does not answer, answers what is no provider's, or says that it is another; nothing of that is kept.</exception>
    public async Task<OpenIdConnectConfiguration> GetAsync(bool anew, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!anew && known is { } kept && now - kept.At < FreshFor)
        {
            return kept.Told;
        }

        var read = await ReadAsync(cancellationToken);
        if (read.Issuer?.TrimEnd('/') != authority.TrimEnd('/'))
        {
            throw new InvalidOperationException("The provider says that it is another issuer than the one set.");
        }

        if (string.IsNullOrEmpty(read.AuthorizationEndpoint) || string.IsNullOrEmpty(read.TokenEndpoint))
        {
            throw new InvalidOperationException("The provider does not tell where people sign in.");
        }

        known = new Heard(read, now);
        return read;
    }

    /// <summary>Whether what it told was told longer ago.</summary>
    public bool AreOlderThan(TimeSpan age) => known is not { } kept || clock.GetUtcNow() - kept.At > age;

    // A page of a proxy, or of a server that is being mended, comes as often as no answer does.
    private async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await OpenIdConnectConfigurationRetriever.GetAsync($"{authority.TrimEnd('/')}/.well-known/openid-configuration", documents, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException("The provider does not answer as one does.", fault);
        }
    }

    private sealed record Heard(OpenIdConnectConfiguration Told, DateTimeOffset At);
}
