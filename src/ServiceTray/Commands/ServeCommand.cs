using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ServiceTray.Accounts;
using ServiceTray.Web;

namespace ServiceTray.Commands;

/// <summary>Serves pages, GraphQL and REST until told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<bool> Reseed = new("--reseed") { Description = "Load the seed files again, over rows that nobody edited" };

    public static Command Create()
    {
        var command = new Command("serve", "Serve pages, GraphQL and REST (the default)") { Reseed };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Reseed), cancellationToken));
        return command;
    }

    public static void MakeDefault(RootCommand root)
    {
        root.Options.Add(Reseed);
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Reseed), cancellationToken));
    }

    private static async Task<int> RunAsync(bool reseed, CancellationToken cancellationToken)
    {
        await using var app = Program.Gather(TraySettings.FromEnvironment() with { Reseed = reseed });

        // Side by side, since each is mostly code that runs for the first time, and someone waits.
        await Task.WhenAll(
            Task.Run(() => Program.Open(app), cancellationToken),
            app.Services.GetRequiredService<TrayStart>().PrepareAsync(cancellationToken));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An address that is none, not of this machine, or taken: each comes as another kind of exception.
            throw new CannotStartException($"{app.Services.GetRequiredService<TraySettings>().Urls} cannot be listened on: {exception.Message}");
        }

        await TellAsync(app);
        try
        {
            await InviteFirstAsync(app, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop while it served already: a stop like any other.
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Fine;
    }

    // To the console alone: a log is kept, and read by others.
    private static async Task InviteFirstAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (await app.Services.GetRequiredService<InvitationDesk>().FirstAdministratorAsync(cancellationToken) is { } code)
        {
            await Console.Out.WriteLineAsync($"""
                There is no administrator yet. Whoever opens the page {InvitationEndpoints.Path} and enters this code becomes one; it works once.
                  Code     {code}
                """);
        }
    }

    private static async Task TellAsync(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync($"""
            ServiceTray is ready.
              Page     {address}/
              GraphQL  {address}/graphql
              REST     {address}/swagger
              Data     {app.Services.GetRequiredService<TraySettings>().Database.Folder}
            """);
    }
}
