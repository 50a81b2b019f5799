using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceTray.Data;
using ServiceTray.Import;
using ServiceTray.Import.Ptv;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Tests.Support;

namespace ServiceTray.Tests.Import;

/// <summary>A database of its own and a folder of the register's files, without the rest of the service.</summary>
internal sealed class ImportFolder : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tray-import-");

    private ImportFolder()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FixedClock(TrayApp.Now))
            .AddData(new TrayDatabase(folder.FullName))
            .AddImport(Path.Combine(AppContext.BaseDirectory, "seed-data"))
            .BuildServiceProvider();
        Files = folder.CreateSubdirectory("files").FullName;
    }

    public static Regions Regions { get; } = RegionReader.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "places"));

    public static PtvThemeRules Rules { get; } = PtvThemeRules.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "themes", "ptv-rules.json"));

    /// <summary>Where the register's files are laid.</summary>
    public string Files { get; }

    public TrayDatabase Database => services.GetRequiredService<TrayDatabase>();

    public Importer Importer => services.GetRequiredService<Importer>();

    public ImportDesk Desk => services.GetRequiredService<ImportDesk>();

    public static async Task<ImportFolder> OpenAsync()
    {
        var opened = new ImportFolder();
        await opened.services.GetRequiredService<SchemaUpgrade>().RunAsync(CancellationToken.None);
        return opened;
    }

    public Task<ImportReport> ImportAsync(bool dryRun = false, string? from = null) =>
        services.GetRequiredService<Importer>().RunAsync(
            new PtvSource(new PtvFolder(from ?? Files), Rules, Regions, new FixedClock(TrayApp.Now)), dryRun, CancellationToken.None);

    public Task<ImportReport> RunAsync(ISource source, bool dryRun = false) => Importer.RunAsync(source, dryRun, CancellationToken.None);

    public async Task<List<Tombstone>> StonesAsync()
    {
        await using var context = await ContextAsync();
        return await context.Set<Tombstone>().AsNoTracking().ToListAsync();
    }

    public async Task<int> CountStagedAsync()
    {
        await using var context = await ContextAsync();
        return await context.Set<StagedRecord>().CountAsync();
    }

    /// <summary>What the source gives, before a database sees it.</summary>
    public async Task<List<IncomingRecord>> ReadAsync()
    {
        var records = new List<IncomingRecord>();
        await foreach (var record in new PtvSource(new PtvFolder(Files), Rules, Regions, new FixedClock(TrayApp.Now)).ReadAsync(new ImportReport(), CancellationToken.None))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>Lays records as lines of files and imports them.</summary>
    public async Task<ImportReport> ImportAsync(IEnumerable<string> services, IEnumerable<string>? channels = null, IEnumerable<string>? organisations = null)
    {
        await File.WriteAllLinesAsync(Path.Combine(Files, "services.ndjson"), [.. services, ""]);
        await File.WriteAllLinesAsync(Path.Combine(Files, "servicechannels.ndjson"), [.. channels ?? [], ""]);
        await File.WriteAllLinesAsync(Path.Combine(Files, "organizations.ndjson"), [.. organisations ?? [], ""]);
        foreach (var empty in Directory.EnumerateFiles(Files).Where(file => new FileInfo(file).Length < 3))
        {
            File.Delete(empty);
        }

        return await ImportAsync();
    }

    public Task<TrayContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<TrayContext>>().CreateDbContextAsync();

    /// <summary>Every row that residents can see, and how many changes led to it, as text.</summary>
    public async Task<string> StateAsync(bool withChanges = true)
    {
        await using var connection = new SqliteConnection(services.GetRequiredService<TrayDatabase>().ConnectionString);
        await connection.OpenAsync();
        var lines = new List<string>();
        foreach (var table in withChanges ? new[] { "organisation", "place", "offering", "change" } : ["organisation", "place", "offering"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                lines.Add($"{table}: {string.Join('|', row)}");
            }
        }

        return string.Join('\n', lines);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
