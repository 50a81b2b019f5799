using ServiceTray.Import.Remote;
using ServiceTray.Places;

namespace ServiceTray.Import.Csv;

/// <summary>Takes in a table that somebody sends by the page, or only tries it.</summary>
internal sealed class CsvDesk(Importer importer, RemoteClient remote, RemoteLimits limits, TermRules rules, Regions regions, Gazetteer gazetteer, TimeProvider clock)
{
    /// <exception cref="ImportException">The table as a whole cannot be taken in; nothing is changed.</exception>
    public Task<ImportReport> RunAsync(CsvWish wish, bool dryRun, CancellationToken cancellationToken) =>
        importer.RunAsync(new CsvSource(wish, remote, limits, rules, regions, gazetteer, clock), dryRun, cancellationToken);
}
