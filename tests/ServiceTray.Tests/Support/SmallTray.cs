using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Organisations;
using Xunit;

namespace ServiceTray.Tests.Support;

/// <summary>One tray with the small seed, shared by tests that only ask.</summary>
public sealed class SmallTray : IAsyncLifetime
{
    public const string Name = "A small tray";

    internal TrayApp App { get; private set; } = null!;

    internal static string OfferingPath(string key) => $"/tarjonta/{Source.IdOf("seed", key)}";

    public async Task InitializeAsync() =>
        App = await TrayApp.StartAsync(change: builder => builder.Services.AddSingleton<IStartupFilter, OwnNetworks>());

    public async Task DisposeAsync() => await App.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(SmallTray.Name)]
public sealed class SmallTrayTests : ICollectionFixture<SmallTray>;
