using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>The tray with its seed data on a data folder of its own.</summary>
public class Tray : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("servicetray-browser-").FullName;
    private RunningTray? running;

    /// <summary>Where its maps take their ground from; null: they have none.</summary>
    protected virtual string? Tiles => null;

    internal Uri Address => running!.Address;

    internal string Output => running!.Output;

    /// <summary>Where a page is in a language.</summary>
    internal Uri Page(string path, string language) =>
        new(Address, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");

    public async Task InitializeAsync()
    {
        var start = RunningTray.In(AppContext.BaseDirectory, data);
        if (Tiles is not null)
        {
            start.Environment["SERVICETRAY_TILES"] = Tiles;
        }

        running = await RunningTray.StartAsync(start, TimeSpan.FromSeconds(120));
    }

    public async Task DisposeAsync()
    {
        await running!.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}

/// <summary>The same with a ground for its maps, which a browser's test answers for.</summary>
public sealed class TiledTray : Tray
{
    internal const string Host = "https://tiles.example/";

    protected override string Tiles => $"{Host}{{z}}/{{x}}/{{y}}.png";
}
