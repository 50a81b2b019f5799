using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Data;

namespace ServiceTray.Import.Seed;

/// <summary>Loads what a first start shows: each seed file once, known by its hash.</summary>
internal sealed class SeedLoader(Importer importer, IDbContextFactory<TrayContext> contexts, DatabaseFacts facts, TimeProvider clock, ILogger<SeedLoader> logger)
{
    private static readonly string[] Order = ["organisations", "venues", "activities", "events"];

    /// <summary>Loads the content folders under the seed folder; again too when told so.</summary>
    public async Task LoadAsync(string folder, bool again, CancellationToken cancellationToken)
    {
        var loaded = await facts.SeedHashesAsync(cancellationToken);
        foreach (var file in Files(folder))
        {
            var name = Path.GetRelativePath(folder, file);
            var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellationToken)));
            if (loaded.Contains(hash) && !again)
            {
                continue;
            }

            await LoadAsync(file, name, cancellationToken);
            if (loaded.Add(hash))
            {
                await using var context = await contexts.CreateDbContextAsync(cancellationToken);
                context.SeedFiles.Add(new SeedFile { Hash = hash, Name = name, LoadedAt = clock.GetUtcNow() });
                await context.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task LoadAsync(string file, string name, CancellationToken cancellationToken)
    {
        var today = HelsinkiTime.Day(clock.GetUtcNow());
        var report = await importer.RunAsync(new SeedSource(file, today), dryRun: false, cancellationToken);
        foreach (var problem in report.Problems)
        {
            logger.LogWarning("Seed file {Name}, {Path}: {Message}", name, problem.Path, problem.Message);
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        !Directory.Exists(folder)
            ? []
            : from file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
              let rank = Array.FindIndex(Order, kind => Path.GetFileName(file).StartsWith(kind, StringComparison.Ordinal))
              where rank >= 0
              orderby rank, file
              select file;
}
