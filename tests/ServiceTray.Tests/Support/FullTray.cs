using Xunit;

namespace ServiceTray.Tests.Support;

/// <summary>One tray with all that ships, shared by tests that only ask.</summary>
public sealed class FullTray : IAsyncLifetime
{
    public const string Name = "A full tray";

    internal TrayApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TrayApp.StartAsync("all");

    public async Task DisposeAsync() => await App.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(FullTray.Name)]
public sealed class FullTrayTests : ICollectionFixture<FullTray>;
