using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Import;

/// <summary>Takes a source in: reads it to its end first, then applies what differs, so that a source that breaks off changes nothing.</summary>
internal sealed class Importer(IDbContextFactory<TrayContext> contexts, TimeProvider clock, ILogger<Importer> logger)
{
    /// <summary>Records in one transaction at most. Each may bring a row of change: readers and other writers wait for 500 rows, no longer.</summary>
    private const int BatchSize = 250;

    public Task<ImportReport> RunAsync(ISource source, bool dryRun, CancellationToken cancellationToken) =>
        RunAsync(source, dryRun, null, cancellationToken);

    /// <summary>The report of the run; a dry run's is the same, and no record is changed.</summary>
    /// <exception cref="ImportException">The source as a whole cannot be trusted; nothing was written.</exception>
    public async Task<ImportReport> RunAsync(ISource source, bool dryRun, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var report = new ImportReport();
        var records = await ReadAsync(source, report, cancellationToken);
        var organisations = records.OfType<IncomingOrganisation>().Select(record => record.Organisation.Id).ToHashSet();
        var applied = 0;

        // Organisations and places first: offerings point to them.
        foreach (var batch in records.OrderBy(Rank).Chunk(BatchSize))
        {
            progress?.Report(new ImportProgress(applied, records.Count));
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var applier = new IncomingApplier(context, source.Name, organisations, clock.GetUtcNow(), report);
            await applier.ApplyAsync(batch, cancellationToken);
            if (!dryRun)
            {
                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            applied += batch.Length;
        }

        if (!dryRun)
        {
            await RecordAsync(source, startedAt, report, cancellationToken);
        }

        logger.LogDebug(
            "Import of {Source}: {Added} added, {Changed} changed, {Unchanged} unchanged, {Removed} removed, {Problems} problems",
            source.Name, report.Added, report.Changed, report.Unchanged, report.Removed, report.Problems.Count);
        return report;
    }

    private static async Task<List<IncomingRecord>> ReadAsync(ISource source, ImportReport report, CancellationToken cancellationToken)
    {
        var records = new List<IncomingRecord>();
        await foreach (var record in source.ReadAsync(report, cancellationToken))
        {
            if (record is IncomingOffering offering)
            {
                report.Took(offering);
            }

            records.Add(record);
        }

        return records;
    }

    private static int Rank(IncomingRecord record) => record switch
    {
        IncomingOrganisation => 0,
        IncomingPlace => 1,
        _ => 2,
    };

    private async Task RecordAsync(ISource source, DateTimeOffset startedAt, ImportReport report, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var endedAt = clock.GetUtcNow();
        context.ImportRuns.Add(new ImportRun
        {
            Id = Guid.CreateVersion7(endedAt),
            Source = source.Name,
            StartedAt = startedAt,
            EndedAt = endedAt,
            Report = report.ToJson(),
        });
        await context.SaveChangesAsync(cancellationToken);
    }
}
