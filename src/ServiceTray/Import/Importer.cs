using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Import;

/// <summary>Takes a source in: reads it to its end first, then applies what differs, so that a source that breaks off changes nothing.</summary>
internal sealed class Importer(IDbContextFactory<TrayContext> contexts, TimeProvider clock, ILogger<Importer> logger)
{
    /// <summary>Rows in one transaction at most: readers and other writers wait no longer than that.</summary>
    private const int BatchSize = 500;

    public async Task<ImportReport> RunAsync(ISource source, bool dryRun, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var report = new ImportReport();
        var records = new List<IncomingRecord>();
        await foreach (var record in source.ReadAsync(report, cancellationToken))
        {
            if (record is IncomingOffering offering)
            {
                report.Took(offering);
            }

            records.Add(record);
        }

        var organisations = records.OfType<IncomingOrganisation>().Select(record => record.Organisation.Id).ToHashSet();

        // Organisations and places first: offerings point to them.
        foreach (var batch in records.OrderBy(Rank).Chunk(BatchSize))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var applier = new IncomingApplier(context, source.Name, organisations, clock.GetUtcNow(), report);
            foreach (var record in batch)
            {
                await applier.ApplyAsync(record, cancellationToken);
            }

            if (!dryRun)
            {
                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
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
            Report = JsonSerializer.Serialize(report, JsonColumn.Options),
        });
        await context.SaveChangesAsync(cancellationToken);
    }
}
