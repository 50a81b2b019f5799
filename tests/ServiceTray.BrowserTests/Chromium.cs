using Microsoft.Playwright;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>The system's chromium, driven by Playwright; one for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string Executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser; a test that asks where there is none is skipped and says so.</summary>
    internal IBrowser Browser
    {
        get
        {
            Skip.If(browser is null, $"No chromium at {Executable}: install it or set CHROMIUM.");
            return browser;
        }
    }

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
