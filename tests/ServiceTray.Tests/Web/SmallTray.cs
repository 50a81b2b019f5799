using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>One tray with the small seed for the tests of a class.</summary>
public sealed class SmallTray : IAsyncLifetime
{
    internal TrayApp App { get; private set; } = null!;

    internal static string OfferingPath(string key) => $"/tarjonta/{Source.IdOf("seed", key)}";

    public async Task InitializeAsync() => App = await TrayApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
