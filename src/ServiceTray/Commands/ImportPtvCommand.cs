using System.CommandLine;
using ServiceTray.Import;
using ServiceTray.Import.Ptv;
using ServiceTray.Places;
using ServiceTray.Web;
using Spectre.Console;

namespace ServiceTray.Commands;

/// <summary>Takes in files of the national register of public services; it may run while the tray is serving.</summary>
internal static class ImportPtvCommand
{
    private static readonly Argument<string> Path = new("path") { Description = "A file, or a folder of files, of services, channels and organisations as NDJSON or JSON" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print the same report and change no record" };

    public static Command Create()
    {
        var command = new Command("ptv", "Take in services of the national register (Palvelutietovaranto)") { Path, DryRun };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(Path), parsed.GetValue(DryRun), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool dryRun, CancellationToken cancellationToken)
    {
        // The report is what is read here; lines of the log would stand in its middle.
        await using var app = Program.Gather(TraySettings.FromEnvironment(), builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await app.Services.GetRequiredService<TrayStart>().UpgradeAsync(cancellationToken);
        var importer = app.Services.GetRequiredService<Importer>();
        var settings = app.Services.GetRequiredService<TraySettings>();
        try
        {
            var source = new PtvSource(
                path,
                PtvThemeRules.Read(System.IO.Path.Combine(settings.SeedFolder, "themes", "ptv-rules.json")),
                app.Services.GetRequiredService<Regions>(),
                app.Services.GetRequiredService<TimeProvider>());
            var report = await WatchedAsync(progress => importer.RunAsync(source, dryRun, progress, cancellationToken));
            foreach (var line in ImportReportText.Lines(report, dryRun))
            {
                await Console.Out.WriteLineAsync(line);
            }

            return report.Problems.Count == 0 ? CommandLine.Fine : CommandLine.Problems;
        }
        catch (Exception exception) when (exception is ImportException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CommandLine.CannotRun;
        }
    }

    /// <summary>With a bar while a person watches, else without.</summary>
    private static async Task<ImportReport> WatchedAsync(Func<IProgress<ImportProgress>?, Task<ImportReport>> run)
    {
        if (Console.IsOutputRedirected)
        {
            return await run(null);
        }

        return await AnsiConsole.Progress().AutoClear(true).StartAsync(context =>
        {
            var bar = context.AddTask("Reading", maxValue: 1);
            bar.IsIndeterminate = true;
            return run(new Progress<ImportProgress>(progress =>
            {
                bar.Description = "Applying";
                bar.IsIndeterminate = false;
                bar.MaxValue = progress.Read;
                bar.Value = progress.Applied;
            }));
        });
    }
}
