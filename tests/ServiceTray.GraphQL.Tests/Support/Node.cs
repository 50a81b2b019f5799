using System.Diagnostics;

namespace ServiceTray.GraphQL.Tests.Support;

/// <summary>Runs the outside judges that lie beside the repository, or skips with the reason.</summary>
internal static class Node
{
    public static string Root { get; } = FindRoot();

    public static string Checks => Path.GetFullPath(Path.Combine(Root, "..", "shared", "checks"));

    /// <summary>Where the judges' packages are installed.</summary>
    public static string Home => Environment.GetEnvironmentVariable("CHECKS_HOME")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "servicetray-checks");

    public static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        Skip.IfNot(Directory.Exists(Checks), "The folder ../shared with the outside judges is not beside the repository.");
        Skip.IfNot(Directory.Exists(Path.Combine(Home, "gql", "node_modules")), "The judges are not installed; run ../shared/checks/setup.sh gql.");
        using var process = new Process { StartInfo = new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "Node is not installed.");
        }

        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ServiceTray.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No ServiceTray.sln above the tests.");
        }

        return folder;
    }
}
