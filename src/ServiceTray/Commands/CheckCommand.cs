using System.CommandLine;
using ServiceTray.Offerings;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>Says whether the stored index holds what the database holds; only reads.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Compare the stored index with the database");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = Program.Gather(TraySettings.FromEnvironment());
        var settings = app.Services.GetRequiredService<TraySettings>();
        if (!File.Exists(settings.Database.File))
        {
            throw new CannotStartException($"There is no database in {settings.Database.Folder}.");
        }

        var problems = await app.Services.GetRequiredService<IndexCheck>().RunAsync(cancellationToken);
        foreach (var problem in problems)
        {
            await Console.Out.WriteLineAsync(problem);
        }

        await Console.Out.WriteLineAsync(problems.Count == 0 ? "Database and index agree." : problems.Count == 1 ? "1 problem." : $"{problems.Count} problems.");
        return problems.Count == 0 ? CommandLine.Fine : CommandLine.Problems;
    }
}
