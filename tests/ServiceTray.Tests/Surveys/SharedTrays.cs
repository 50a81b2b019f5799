using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.Tests.Surveys;

/// <summary>A tray with the small seed, shared by the tests of a class: answering changes nothing in it.</summary>
public sealed class SmallTray : IAsyncLifetime
{
    internal TrayApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TrayApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}

/// <summary>A tray with all of the seed, shared in the same way.</summary>
public sealed class FullTray : IAsyncLifetime
{
    internal TrayApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TrayApp.StartAsync("all");

    public async Task DisposeAsync() => await App.DisposeAsync();
}
