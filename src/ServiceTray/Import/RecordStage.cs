using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Offerings;

namespace ServiceTray.Import;

/// <summary>Where records wait for their source's end, so that one that breaks off changes nothing and a long one fills no memory.</summary>
internal sealed class RecordStage(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    private const int BatchSize = 250;

    /// <summary>Letters that wait in memory, however many records they are.</summary>
    public const int BatchLetters = 2_000_000;

    /// <summary>Reads the source to its end.</summary>
    /// <exception cref="ImportException">It has none that can be trusted.</exception>
    public async Task FillAsync(ImportRun run, ISource source, ImportReport report, CancellationToken cancellationToken)
    {
        var batch = new List<StagedRecord>(BatchSize);
        var (index, letters) = (0, 0);
        await foreach (var record in source.ReadAsync(report, cancellationToken))
        {
            var staged = StagedRecord.Of(run.Id, index++, record);
            if (staged.Record.Length > StagedRecord.Longest)
            {
                report.Add(new ImportProblem("record", null, "too-large", FormattableString.Invariant($"{staged.EntityId} tells {staged.Record.Length} characters, more than anybody reads; it is left as it was.")));
                staged = StagedRecord.Of(run.Id, index - 1, new IncomingUnread(staged.EntityId));
            }
            else if (record is IncomingOffering offering)
            {
                report.Took(offering);
            }

            batch.Add(staged);
            letters += staged.Record.Length;
            if (batch.Count == BatchSize || letters >= BatchLetters)
            {
                await PutAsync(batch, cancellationToken);
                batch.Clear();
                letters = 0;
            }
        }

        await PutAsync(batch, cancellationToken);
    }

    /// <summary>How much the run would take away; of a source that tells all it has, what it lacks goes too, but for events that are over, unless they are to go as well: those leave sources by themselves and stay readable here.</summary>
    public async Task<RemovalShare> WeighAsync(ImportRun run, bool isWhole, bool pastToo, CancellationToken cancellationToken)
    {
        var over = 0;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = context.Offerings.Where(offering => offering.Source.Name == run.Source);
        var staged = context.Set<StagedRecord>().Where(record => record.RunId == run.Id);
        if (isWhole)
        {
            var lacking = await known.Where(offering => !staged.Any(record => record.EntityId == offering.Id)).Select(offering => offering.Id).ToListAsync(cancellationToken);
            if (!pastToo)
            {
                var past = await OverAsync(context, lacking, cancellationToken);
                over = past.Count;
                lacking = [.. lacking.Except(past)];
            }

            var from = await staged.CountAsync(cancellationToken);
            foreach (var batch in lacking.Select((id, i) => StagedRecord.Of(run.Id, from + i, new IncomingRemoval(id))).Chunk(BatchSize))
            {
                await PutAsync(batch, cancellationToken);
            }
        }

        var removed = await known.CountAsync(offering => staged.Any(record => record.EntityId == offering.Id && record.Kind == StagedKind.Removal), cancellationToken);
        return new RemovalShare(await known.CountAsync(cancellationToken) - over, removed);
    }

    private async Task<List<Guid>> OverAsync(TrayContext context, List<Guid> lacking, CancellationToken cancellationToken)
    {
        var (over, now) = (new List<Guid>(), clock.GetUtcNow());
        foreach (var batch in lacking.Chunk(BatchSize))
        {
            var events = await context.Offerings.AsNoTracking().OfType<Event>().Where(dated => batch.Contains(dated.Id)).ToListAsync(cancellationToken);
            over.AddRange(events.Where(dated => dated.EndsAt < now).Select(dated => dated.Id));
        }

        return over;
    }

    /// <summary>The runs of a source in these states, oldest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> RunsAsync(string source, IReadOnlyList<ImportRunState> states, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportRuns.AsNoTracking().Where(run => run.Source == source && states.Contains(run.State)).OrderBy(run => run.StartedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Ends a run without applying it.</summary>
    public async Task EndAsync(Guid id, ImportRunState state, ImportFailure kind, string why, CancellationToken cancellationToken, ImportReport? report = null)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var run = await context.ImportRuns.SingleAsync(run => run.Id == id, cancellationToken);
        (run.State, run.FailureKind, run.Failure, run.EndedAt) = (state, kind, why, clock.GetUtcNow());
        run.Report = report?.ToJson() ?? run.Report;
        await context.SaveChangesAsync(cancellationToken);
        await context.Set<StagedRecord>().Where(record => record.RunId == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Deletes what a run has staged, and the run itself when nothing is to be left of it.</summary>
    public async Task ForgetAsync(Guid id, bool withRun)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context.Set<StagedRecord>().Where(record => record.RunId == id).ExecuteDeleteAsync();
        if (withRun)
        {
            await context.ImportRuns.Where(run => run.Id == id).ExecuteDeleteAsync();
        }
    }

    private async Task PutAsync(IReadOnlyCollection<StagedRecord> batch, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.AddRange(batch);
        await context.SaveChangesAsync(cancellationToken);
    }
}
