using Microsoft.AspNetCore.Authentication;

namespace ServiceTray.Accounts.Provider;

/// <summary>Brings an OpenID provider into the service, when one is set.</summary>
internal static class ProviderSetup
{
    public static AuthenticationBuilder AddProvider(this AuthenticationBuilder authentication, ProviderSettings settings)
    {
        authentication.Services.AddSingleton(settings).AddSingleton<IdTokenCheck>().AddSingleton<LogoutTokenCheck>().AddSingleton<ProviderDesk>();
        return authentication.AddOAuth<ProviderOptions, ProviderHandler>(ProviderHandler.Name, options => options.Take(settings));
    }
}
