using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ServiceTray.Organisations;
using ServiceTray.Tests.Support;
using Xunit;

namespace ServiceTray.BrowserTests;

/// <summary>Signing in and out by a certified OpenID provider that nobody here wrote, in a browser.</summary>
public sealed class ProviderSignIn(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Script = Path.Combine(Repository.Shared, "checks", "oidc-idp.mjs");

    private static readonly string Installed = Path.Combine(
        Environment.GetEnvironmentVariable("CHECKS_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "servicetray-checks"), "oidc", "node_modules");

    [SkippableFact]
    public async Task Lets_a_professional_in_with_her_role_and_out_again()
    {
        Skip.IfNot(File.Exists(Script) && Directory.Exists(Installed), "The OpenID provider of the shared checks is not installed.");
        var folder = Directory.CreateTempSubdirectory("servicetray-signin-").FullName;
        var (ours, theirs) = (FreePort(), FreePort());
        var organisation = Source.IdOf("seed", "organisation:kuopio");
        await File.WriteAllTextAsync(Path.Combine(folder, "claims.json"), JsonSerializer.Serialize(new { maija = new { roles = new[] { "hoitaja" }, organisation } }));
        await File.WriteAllTextAsync(Path.Combine(folder, "signin.json"), JsonSerializer.Serialize(new
        {
            authority = $"http://127.0.0.1:{theirs}",
            clientId = "servicetray",
            clientSecret = "dev-only-secret",
            name = "Testi",
            scopes = new[] { "openid", "profile", "roles" },
            roles = new { hoitaja = "PROFESSIONAL" },
        }));
        using var provider = Process.Start(new ProcessStartInfo("node", [Script, $"{theirs}", $"http://127.0.0.1:{ours}/signin-oidc"])
        {
            Environment = { ["CLAIMS_FILE"] = Path.Combine(folder, "claims.json") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            Assert.StartsWith("issuer", await provider.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            var start = RunningTray.In(AppContext.BaseDirectory, Path.Combine(folder, "data"));
            start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{ours}";
            start.Environment["SERVICETRAY_SIGNIN"] = Path.Combine(folder, "signin.json");
            await using var tray = await RunningTray.StartAsync(start, TimeSpan.FromSeconds(180));
            await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "fi" });
            var page = await context.NewPageAsync();
            page.SetDefaultTimeout(120_000);

            await page.GotoAsync($"{tray.Address}oma");
            await page.ClickAsync("#provider");
            await page.FillAsync("input[name=login]", "maija");
            await page.FillAsync("input[name=password]", "x");
            await page.ClickAsync("button[type=submit]");
            await page.ClickAsync("button[type=submit]");
            await page.ArriveAsync("**/oma*");
            var own = await page.TextContentAsync("main");
            Assert.Contains("Testi maija", own, StringComparison.Ordinal);
            Assert.Contains("Ammattilainen", own, StringComparison.Ordinal);

            await page.ClickAsync("form[action^='/kirjaudu-ulos'] button");
            await page.ClickAsync("button[type=submit]");
            await page.ArriveAsync($"{tray.Address}**");
            await page.GotoAsync($"{tray.Address}oma");
            Assert.Contains("/kirjaudu?", page.Url, StringComparison.Ordinal);
        }
        finally
        {
            provider.Kill(entireProcessTree: true);
            await provider.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
