using System.CommandLine;
using ServiceTray.Import.Csv;
using ServiceTray.Import.Remote;
using ServiceTray.Places;

namespace ServiceTray.Commands;

/// <summary>Takes in a table that an organisation filled in by the template.</summary>
internal static class ImportCsvCommand
{
    public static Command Create()
    {
        var name = ImportSourceCommand.NameOption(CsvTemplate.SourceName);
        var licence = new Option<string?>("--licence") { Description = "The licence that its content is under" };
        return ImportSourceCommand.Create(
            "csv",
            "Take in a table by the template (/oma/tuonnit/malli.csv)",
            "The table's address, or a file",
            (services, wish) => new CsvSource(
                new CsvWish(wish.From, wish.Address, wish.TellsAll, wish.Typed.GetRequiredValue(name), wish.Typed.GetValue(licence)),
                services.GetRequiredService<RemoteClient>(),
                services.GetRequiredService<RemoteLimits>(),
                ImportSourceCommand.TermRulesOf(services),
                services.GetRequiredService<Regions>(),
                services.GetRequiredService<Gazetteer>(),
                services.GetRequiredService<TimeProvider>()),
            name, licence);
    }
}
