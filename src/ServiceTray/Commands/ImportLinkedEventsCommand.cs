using System.CommandLine;
using ServiceTray.Import.LinkedEvents;
using ServiceTray.Import.Remote;
using ServiceTray.Places;

namespace ServiceTray.Commands;

/// <summary>Takes in events of a Linked Events API or of its answers laid in files.</summary>
internal static class ImportLinkedEventsCommand
{
    public static Command Create()
    {
        var name = ImportSourceCommand.NameOption(LinkedEventsSource.SourceName);
        return ImportSourceCommand.Create(
            "linkedevents",
            "Take in events of a Linked Events API (Helsinki, Tampere, Turku and others)",
            "The API's address, as https://api.hel.fi/linkedevents/v1/, or a file or folder of its answers",
            (services, wish) => new LinkedEventsSource(
                wish.Typed.GetRequiredValue(name),
                wish.Address is { } address
                    ? new LinkedEventsClient(services.GetRequiredService<RemoteClient>(), services.GetRequiredService<RemoteLimits>(), address)
                    : new LinkedFiles(wish.From),
                wish.TellsAll,
                ImportSourceCommand.TermRulesOf(services),
                services.GetRequiredService<Regions>(),
                services.GetRequiredService<TimeProvider>()),
            name);
    }
}
