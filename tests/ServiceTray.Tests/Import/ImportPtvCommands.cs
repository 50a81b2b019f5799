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

        await File.WriteAllLinesAsync(file, whole);
        var dry = await RunAsync(folder, "import", "ptv", file, "--dry-run");
        var fine = await RunAsync(folder, "import", "ptv", file);
        await File.WriteAllLinesAsync(file, whole[..^2].Append("{broken}").Append(whole[^1]));
        var problems = await RunAsync(folder, "import", "ptv", folder.FullName);
        await File.WriteAllTextAsync(file, whole[0][..^20]);
        var cut = await RunAsync(folder, "import", "ptv", file);
        var missing = await RunAsync(folder, "import", "ptv", file + "x");
        var unnamed = await RunAsync(folder, "import", "ptv");

        Assert.Equal([0, 0, 1, 2, 2, 2], new[] { dry, fine, problems, cut, missing, unnamed }.Select(run => run.Code));
        Assert.Equal($"Dry run: nothing is written.\n{fine.Out}", dry.Out);
        Assert.Contains("Offerings  1 added, 0 changed, 0 unchanged, 0 removed", fine.Out, StringComparison.Ordinal);
        Assert.Contains("not-json", problems.Out, StringComparison.Ordinal);
        Assert.All([cut, missing], run => Assert.Equal((1, ""), (run.Error.TrimEnd('\n').Split('\n').Length, run.Out)));
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
