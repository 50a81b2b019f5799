using System.CommandLine;
using ServiceTray.Import;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>Takes records in from outside.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Take records in from outside");
        foreach (var inner in Sources().Concat(
        [
            ImportBordersCommand.Create(),
            ImportSurveyCommand.Create(),
            ImportAnswerCommand.CreateRuns(),
            ImportAnswerCommand.Create("approve", "Say yes to a run that asks whether so much may go", yes: true),
            ImportAnswerCommand.Create("refuse", "Say no to a run that asks", yes: false),
        ]))
        {
            command.Subcommands.Add(inner);
        }

        return command;
    }

    /// <summary>The sources that records come from.</summary>
    public static IEnumerable<Command> Sources() =>
    [
        ImportPtvCommand.Create(),
        ImportLinkedEventsCommand.Create(),
        ImportHsdsCommand.Create(),
        ImportICalendarCommand.Create(),
        ImportLahellaCommand.Create(),
        ImportCsvCommand.Create(),
    ];

    /// <summary>The tray put together and its database ready; nothing serves.</summary>
    public static async Task<WebApplication> OpenAsync(CancellationToken cancellationToken)
    {
        // The report is what is read here; lines of the log would stand in its middle.
        var app = Program.Gather(TraySettings.FromEnvironment(), builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await app.Services.GetRequiredService<TrayStart>().UpgradeAsync(cancellationToken);
        return app;
    }

    /// <summary>Prints a report; the program's exit code says whether there is something to look at.</summary>
    public static async Task<int> TellAsync(ImportReport report, bool isDryRun)
    {
        foreach (var line in ImportReportText.Lines(report, isDryRun))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return report.Reasons.Count == 0 && report.Asks is null ? CommandLine.Fine : CommandLine.Problems;
    }
}
