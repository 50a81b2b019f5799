using System.CommandLine;
using ServiceTray.Import;

namespace ServiceTray.Commands;

/// <summary>Shows the runs, and says yes or no to one that asks.</summary>
internal static class ImportAnswerCommand
{
    private const int Shown = 20;

    public static Command Create(string name, string about, bool yes)
    {
        var run = new Argument<Guid>("run") { Description = "The id of the run, as its report tells it" };
        var command = new Command(name, about) { run };
        command.SetAction((parsed, cancellationToken) => AnswerAsync(parsed.GetRequiredValue(run), yes, cancellationToken));
        return command;
    }

    public static Command CreateRuns()
    {
        var command = new Command("runs", "Show the latest runs");
        command.SetAction((_, cancellationToken) => ListAsync(cancellationToken));
        return command;
    }

    private static async Task<int> AnswerAsync(Guid id, bool yes, CancellationToken cancellationToken)
    {
        await using var app = await ImportCommand.OpenAsync(cancellationToken);
        var desk = app.Services.GetRequiredService<ImportDesk>();
        if (await desk.OpenAsync(id, cancellationToken) is not { } run || !await desk.AnswerAsync(id, yes, cancellationToken))
        {
            throw new ImportException(ImportFailure.SaidNo, $"There is no run {id} that asks.");
        }

        if (!yes)
        {
            await Console.Out.WriteLineAsync("The run is ended; nothing was changed.");
            return CommandLine.Fine;
        }

        // A serving tray may be at it already: then the report is there to be read.
        var report = await app.Services.GetRequiredService<Importer>().FinishAsync(run.Source, cancellationToken)
            ?? ImportReport.FromJson((await desk.OpenAsync(id, cancellationToken))!.Report);
        return await ImportCommand.TellAsync(report, isDryRun: false);
    }

    private static async Task<int> ListAsync(CancellationToken cancellationToken)
    {
        await using var app = await ImportCommand.OpenAsync(cancellationToken);
        foreach (var run in await app.Services.GetRequiredService<ImportDesk>().ListAsync(Shown, cancellationToken))
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"{run.Id}  {run.StartedAt:yyyy-MM-dd HH:mm}Z  {run.Source,-14} {run.State,-8}  +{run.Added} ~{run.Changed} ={run.Unchanged} -{run.Removed}  {run.Origin}"));
        }

        return CommandLine.Fine;
    }
}
