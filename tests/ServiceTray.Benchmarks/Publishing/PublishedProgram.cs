using System.Diagnostics;
using ServiceTray.Tests.Support;

namespace ServiceTray.Benchmarks.Publishing;

/// <summary>The tray as build/publish.sh makes it, with a data folder of its own; gone when done with.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("servicetray-benchmark-").FullName;

    private string Folder => Path.Combine(home, "program");

    public static async Task<PublishedProgram> MakeAsync()
    {
        var program = new PublishedProgram();
        using var publishing = Process.Start(Path.Combine(Repository.Root, "build", "publish.sh"), [program.Folder]);
        await publishing.WaitForExitAsync();
        return publishing.ExitCode == 0 ? program : throw new InvalidOperationException("The tray could not be published.");
    }

    /// <summary>Starts it on its seed data and waits until it is ready.</summary>
    public Task<RunningTray> StartAsync() =>
        RunningTray.StartAsync(RunningTray.In(Folder, Path.Combine(home, "data")), TimeSpan.FromMinutes(2));

    public void Dispose() => Directory.Delete(home, recursive: true);
}
