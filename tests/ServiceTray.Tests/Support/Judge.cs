using System.Diagnostics;
using Xunit;

namespace ServiceTray.Tests.Support;

/// <summary>A checker that others wrote, run with Node; a test that asks for one that is not installed is skipped and says so.</summary>
internal static class Judge
{
    /// <summary>What a set's packages lie in.</summary>
    public static string Folder(string set) => Path.Combine(
        Environment.GetEnvironmentVariable("CHECKS_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "servicetray-checks"), set);

    public static void SkipUnlessInstalled(params string[] sets) =>
        Skip.IfNot(sets.All(set => Directory.Exists(Path.Combine(Folder(set), "node_modules"))), $"The outside judges are not installed (checks/setup.sh {string.Join(' ', sets)}).");

    /// <summary>Runs Node and gives its exit code with all that it said.</summary>
    public static Task<(int Code, string Said)> RunAsync(params string[] words) => RunProgramAsync("node", words);

    /// <summary>The same with another program.</summary>
    public static async Task<(int Code, string Said)> RunProgramAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await failed);
    }
}
