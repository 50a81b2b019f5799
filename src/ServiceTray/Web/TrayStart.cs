using ServiceTray.Data;
using ServiceTray.Import.Seed;
using ServiceTray.Offerings;

namespace ServiceTray.Web;

/// <summary>What is done before the tray answers: folder, lock, schema, seed, index.</summary>
internal sealed class TrayStart(
    TraySettings settings, TrayDatabase database, SchemaUpgrade schema, SeedLoader seeds, OfferingIndexer indexer) : IDisposable
{
    private FileStream? serving;

    /// <exception cref="CannotStartException">The folder cannot be used, or another process serves from it.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await UpgradeAsync(cancellationToken);
        serving = TrayDatabase.TryHold(database.ServingLock) ?? throw new CannotStartException($"Another process serves from {database.Folder}.");
        foreach (var folder in SeedFolders())
        {
            await seeds.LoadAsync(folder, settings.Reseed, cancellationToken);
        }

        await indexer.PrepareAsync(cancellationToken);
    }

    /// <summary>Makes the folder and brings the database to the newest schema, as every command needs.</summary>
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        try
        {
            database.MakeFolder();
            await schema.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {database.Folder} cannot be used: {exception.Message}");
        }
    }

    public void Dispose() => serving?.Dispose();

    private IEnumerable<string> SeedFolders() => settings.Seed is null ? [settings.SeedFolder] : settings.Seed.Select(Named);

    private string Named(string name) =>
        Path.Combine(settings.SeedFolder, name) is var folder && Directory.Exists(folder)
            ? folder
            : throw new CannotStartException($"There is no seed folder {folder}.");
}
