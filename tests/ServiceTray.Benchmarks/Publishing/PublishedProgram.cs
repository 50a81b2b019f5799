using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceTray.Benchmarks.Http;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Tests.Support;
using ServiceTray.Web;

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

    /// <summary>Puts made-up offerings into its data folder before it is started.</summary>
    public async Task FillAsync(int offerings)
    {
        await using var app = ServiceTray.Program.Gather(new TraySettings { DataFolder = Path.Combine(home, "data"), Seed = [] }, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await app.Services.GetRequiredService<TrayStart>().PrepareAsync(CancellationToken.None);
        await new MadeCountry(app.Services.GetRequiredService<Regions>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow())
            .FillAsync(app.Services.GetRequiredService<IDbContextFactory<TrayContext>>(), offerings);
        await app.Services.GetRequiredService<OfferingIndexer>().RebuildAsync(CancellationToken.None);
    }

    /// <summary>Starts it as an operator does, on its seed data, and waits until it is ready.</summary>
    public Task<RunningTray> StartAsync()
    {
        var start = RunningTray.In(Folder, Path.Combine(home, "data"));
        (start.FileName, start.ArgumentList[0]) = ("bash", Path.Combine(Folder, "start.sh"));
        return RunningTray.StartAsync(start, TimeSpan.FromMinutes(2));
    }

    public void Dispose() => Directory.Delete(home, recursive: true);
}
