using System.Diagnostics;
using ServiceTray.Tests.Support;
using ServiceTray.Web;
using Xunit;

namespace ServiceTray.Tests.Web;

/// <summary>Settings with which mail would lead nowhere, or never leave, are told at the start and not by whoever misses it.</summary>
public sealed class RefusedSettings
{
    [Theory]
    [InlineData("SERVICETRAY_SMTP needs SERVICETRAY_ADDRESS", "SERVICETRAY_SMTP=127.0.0.1:25")]
    [InlineData("SERVICETRAY_SMS needs SERVICETRAY_ADDRESS", "SERVICETRAY_SMS=https://portti.example/")]
    [InlineData("SERVICETRAY_ADDRESS is where the tray's pages begin", "SERVICETRAY_ADDRESS=https://tarjotin.example/oma")]
    [InlineData("SERVICETRAY_ADDRESS is where the tray's pages begin", "SERVICETRAY_ADDRESS=https://tarjotin.example/?lang=fi")]
    [InlineData("SERVICETRAY_SMTP is no host:port", "SERVICETRAY_SMTP=posti.example:smtp SERVICETRAY_ADDRESS=https://tarjotin.example")]
    [InlineData("SERVICETRAY_MAIL_FROM is no address", "SERVICETRAY_SMTP=127.0.0.1:25 SERVICETRAY_ADDRESS=https://tarjotin.example SERVICETRAY_MAIL_FROM=palvelutarjotin")]
    public async Task Are_told_and_nothing_is_served(string words, string settings)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"tray-{Guid.CreateVersion7()}");
        var (code, told) = await CheckAsync(folder, settings);
        Assert.Equal(2, code);
        Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("https://tarjotin.example/")]
    [InlineData("https://tarjotin.example")]
    public void Lead_to_pages_with_one_slash(string address) => Assert.Equal("https://tarjotin.example", TraySettings.SiteOf(new Uri(address)));

    private static async Task<(int Code, string Told)> CheckAsync(string folder, string settings)
    {
        var start = RunningTray.In(AppContext.BaseDirectory, folder);
        start.ArgumentList.Add("check");
        foreach (var setting in settings.Split(' '))
        {
            start.Environment[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        start.RedirectStandardError = start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var (error, said) = (process.StandardError.ReadToEndAsync(patience.Token), process.StandardOutput.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await error + await said);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
