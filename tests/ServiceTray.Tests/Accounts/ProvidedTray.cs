using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceTray.Accounts;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Accounts;

/// <summary>A tray that a loopback issuer says who people are to; on the real clock, by which browsers keep cookies.</summary>
public sealed class ProvidedTray : IAsyncLifetime
{
    internal LoopbackIssuer Issuer { get; private set; } = null!;

    internal TrayApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await LoopbackIssuer.StartAsync();
        App = await TrayApp.StartAsync(
            change: builder => builder.Services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)),
            accounts: new AccountSettings { TriesAtOnce = 1000, Provider = Issuer.Settings });
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
