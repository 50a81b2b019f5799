using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>The tray with its seed data on a data folder of its own.</summary>
public sealed class Tray : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("servicetray-browser-").FullName;
    private RunningTray? running;

    internal Uri Address => running!.Address;

    internal string Output => running!.Output;

    /// <summary>Where a page is in a language.</summary>
    internal Uri Page(string path, string language) =>
        new(Address, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");

    public async Task InitializeAsync() =>
        running = await RunningTray.StartAsync(RunningTray.In(AppContext.BaseDirectory, data), TimeSpan.FromSeconds(120));

    public async Task DisposeAsync()
    {
        await running!.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
