using System.CommandLine;
using ServiceTray.Data;
using ServiceTray.Offerings;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>Has the index made anew: asks the serving process, or does it itself when nothing serves.</summary>
internal static class ReindexCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var command = new Command("reindex", "Make the search index anew from the database");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = Program.Gather(TraySettings.FromEnvironment());
        await app.Services.GetRequiredService<TrayStart>().UpgradeAsync(cancellationToken);
        var database = app.Services.GetRequiredService<TrayDatabase>();
        using var held = TrayDatabase.TryHold(database.ServingLock);
        if (held is null)
        {
            return await AskAsync(database, cancellationToken);
        }

        await app.Services.GetRequiredService<OfferingIndexer>().RebuildAsync(cancellationToken);
        await Console.Out.WriteLineAsync("The index is made anew.");
        return CommandLine.Fine;
    }

    private static async Task<int> AskAsync(TrayDatabase database, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(database.ReindexWish, "", cancellationToken);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            while (File.Exists(database.ReindexWish))
            {
                await Task.Delay(100, timeout.Token);
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(database.ReindexWish);
            await Console.Error.WriteLineAsync("The serving process did not make the index anew; its log may say why.");
            return CommandLine.CannotRun;
        }

        await Console.Out.WriteLineAsync("The serving process made the index anew.");
        return CommandLine.Fine;
    }
}
