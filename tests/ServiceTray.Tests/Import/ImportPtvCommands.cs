using System.Diagnostics;
using ServiceTray.Tests.Import.Ptv;
using Xunit;

namespace ServiceTray.Tests.Import;

/// <summary>The command as an operator runs it: a process of its own.</summary>
public sealed class ImportPtvCommands
{
    [Fact]
    public async Task Ends_with_0_and_1_with_problems_and_2_when_it_cannot_run()
    {
        var folder = Directory.CreateTempSubdirectory("tray-command-");
        var file = Path.Combine(folder.FullName, "all.ndjson");
        string[] whole = [Told.AService().Line(), Told.ALocation().Line(), Told.APhone().Line(), Told.AnOrganisation().Line()];

        await File.WriteAllLinesAsync(file, whole[..^2].Append("{broken}").Append(whole[^1]));
        var problems = await RunAsync(folder, "import", "ptv", folder.FullName, "--dry-run");
        await File.WriteAllLinesAsync(file, whole);
        var fine = await RunAsync(folder, "import", "ptv", file);
        await File.WriteAllTextAsync(file, whole[0][..^20]);
        var cut = await RunAsync(folder, "import", "ptv", file);

        Assert.Equal([1, 0, 2], new[] { problems, fine, cut }.Select(run => run.Code));
        Assert.StartsWith("Dry run: no record is changed.\n", problems.Out, StringComparison.Ordinal);
        Assert.Contains("not-json", problems.Out, StringComparison.Ordinal);
        Assert.Contains("Offerings  1 added, 0 changed, 0 unchanged, 0 removed", fine.Out, StringComparison.Ordinal);
        Assert.Equal((1, ""), (cut.Error.TrimEnd('\n').Split('\n').Length, cut.Out));
        folder.Delete(recursive: true);
    }

    private static async Task<(int Code, string Out, string Error)> RunAsync(DirectoryInfo folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ServiceTray.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SERVICETRAY_DATA"] = Path.Combine(folder.FullName, "data"), ["SERVICETRAY_SEED"] = "none" },
        })!;
        var (told, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await told, await error);
    }
}
