using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Import;

/// <summary>Lays what a run has staged over the tray, in small transactions; each tells how far it is, so that a run that is cut goes on there.</summary>
internal sealed class StageApplier(IDbContextFactory<TrayContext> contexts, RecordStage stage, TimeProvider clock)
{
    /// <summary>Records in one transaction at most. Each may bring a row of change: readers and other writers wait for 500 rows, no longer.</summary>
    private const int BatchSize = 250;

    /// <summary>Applies the run to its end and empties its stage.</summary>
    public async Task ApplyAsync(ImportRun run, ImportReport report, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        (report.Added, report.Changed, report.Unchanged, report.Removed) = (run.Added, run.Changed, run.Unchanged, run.Removed);
        var told = report.Reasons.Values.Sum();
        await EachBatchAsync(run, report, progress, SaveAsync, cancellationToken);
        await stage.ForgetAsync(run.Id, withRun: false);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ImportRuns.Attach(run);
        (run.State, run.EndedAt, run.Report) = (ImportRunState.Done, clock.GetUtcNow(), report.ToJson());
        await context.SaveChangesAsync(cancellationToken);

        async Task SaveAsync(TrayContext batch, long last)
        {
            batch.ImportRuns.Attach(run);
            (run.Added, run.Changed, run.Unchanged, run.Removed) = (report.Added, report.Changed, report.Unchanged, report.Removed);
            run.Applied = last;
            if (report.Reasons.Values.Sum() is var problems && problems > told)
            {
                (told, run.Report) = (problems, report.ToJson());
            }

            await batch.SaveChangesAsync(cancellationToken);
            await batch.Database.CommitTransactionAsync(cancellationToken);
        }
    }

    /// <summary>Counts what applying would do, and does none of it.</summary>
    public Task TryAsync(ImportRun run, ImportReport report, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        EachBatchAsync(run, report, progress, (_, _) => Task.CompletedTask, cancellationToken);

    private async Task EachBatchAsync(
        ImportRun run, ImportReport report, IProgress<ImportProgress>? progress, Func<TrayContext, long, Task> save, CancellationToken cancellationToken)
    {
        var (organisations, all) = await AboutAsync(run, cancellationToken);
        var (last, applied) = (run.Applied, 0);
        while (true)
        {
            progress?.Report(new ImportProgress(applied, all));
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var batch = await NextAsync(context, run.Id, last, cancellationToken);
            if (batch.Count == 0)
            {
                return;
            }

            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await new IncomingApplier(context, organisations, clock.GetUtcNow(), report).ApplyAsync([.. batch.Select(record => record.ToIncoming())], cancellationToken);
            last = batch[^1].Position;
            await save(context, last);
            applied += batch.Count;
        }
    }

    /// <summary>The next records, fewer when they are long.</summary>
    private static async Task<List<StagedRecord>> NextAsync(TrayContext context, Guid run, long last, CancellationToken cancellationToken)
    {
        var (batch, letters) = (new List<StagedRecord>(BatchSize), 0);
        var records = context.Set<StagedRecord>().AsNoTracking().Where(record => record.RunId == run && record.Position > last && record.Kind != StagedKind.Unread).OrderBy(record => record.Position).Take(BatchSize);
        await foreach (var record in records.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            batch.Add(record);
            letters += record.Record.Length;
            if (letters >= RecordStage.BatchLetters)
            {
                break;
            }
        }

        return batch;
    }

    /// <summary>Organisations that the run brings, which its offerings may point to, and how many records are left.</summary>
    private async Task<(HashSet<Guid> Organisations, int All)> AboutAsync(ImportRun run, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var staged = context.Set<StagedRecord>().Where(record => record.RunId == run.Id);
        var organisations = await staged
            .Where(record => record.Kind == StagedKind.Organisation || record.Kind == StagedKind.NamedOrganisation)
            .Select(record => record.EntityId).ToListAsync(cancellationToken);
        return ([.. organisations], await staged.CountAsync(record => record.Position > run.Applied && record.Kind != StagedKind.Unread, cancellationToken));
    }
}
