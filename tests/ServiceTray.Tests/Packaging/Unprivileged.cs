using System.Diagnostics;

namespace ServiceTray.Tests.Packaging;

/// <summary>Runs commands as a user who owns nothing but its own folder: nobody when the tests run as root, else who runs them.</summary>
internal sealed class Unprivileged(string home)
{
    private const string SetPriv = "/usr/bin/setpriv";
    private const string Nobody = "65534";

    /// <summary>Why it cannot be done here; null when it can.</summary>
    public static string? Obstacle =>
        !OperatingSystem.IsLinux() ? "The scripts run on Linux."
        : Environment.IsPrivilegedProcess && !File.Exists(SetPriv) ? $"The tests run as root and there is no {SetPriv} to leave it with."
        : null;

    public ProcessStartInfo Command(string program, params string[] arguments)
    {
        // Nobody may read what root installed, as the packages in its cache, and write nothing of it.
        string[] leaveRoot =
        [
            SetPriv, $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search",
        ];
        string[] words = Environment.IsPrivilegedProcess ? [.. leaveRoot, program, .. arguments] : [program, .. arguments];
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return new(words[0], words[1..])
        {
            WorkingDirectory = home,
            Environment = { ["HOME"] = home, ["TMPDIR"] = home, ["NUGET_PACKAGES"] = packages, ["PORT"] = null },
        };
    }

    /// <summary>Gives the home and all in it to the user.</summary>
    public Task OwnHomeAsync() =>
        Environment.IsPrivilegedProcess ? RunAsync(new("chown", ["-R", $"{Nobody}:{Nobody}", home])) : Task.CompletedTask;

    /// <summary>Runs to the end; an exit code other than 0 is an error with what was said.</summary>
    public static async Task RunAsync(ProcessStartInfo start)
    {
        var (code, said) = await TryAsync(start);
        if (code != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {code}:\n{said}");
        }
    }

    public static async Task<(int Code, string Said)> TryAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
