using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Import;

/// <summary>Takes a source in: stages it to its end first, asks when too much would go, then applies what differs.</summary>
internal sealed class Importer(
    RecordStage stage, StageApplier applier, IDbContextFactory<TrayContext> contexts, TrayDatabase database, TimeProvider clock, ILogger<Importer> logger)
{
    public Task<ImportReport> RunAsync(ISource source, bool dryRun, CancellationToken cancellationToken) =>
        RunAsync(source, new ImportChoices(dryRun), null, cancellationToken);

    /// <summary>The report of the run, which may end in a question; a dry run's is the same, and neither record nor run is left of it.</summary>
    /// <exception cref="ImportException">The source as a whole cannot be trusted, or another run of it goes on; no record is changed.</exception>
    public async Task<ImportReport> RunAsync(ISource source, ImportChoices choices, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var held = Hold(source.Name);
        if (!choices.DryRun)
        {
            await FinishHeldAsync(source.Name, cancellationToken);
        }

        var run = await BeginAsync(source, choices.DryRun, cancellationToken);
        var report = new ImportReport { Run = choices.DryRun ? null : run.Id };
        try
        {
            await stage.FillAsync(run, source, report, cancellationToken);
            var share = await stage.WeighAsync(run, source.IsWhole, choices.PastToo, cancellationToken);
            if (choices.DryRun)
            {
                report.Asks = share.IsTooMuch ? share : null;
                await applier.TryAsync(run, report, progress, cancellationToken);
                return report;
            }

            if (share.IsTooMuch && !choices.MayRemove)
            {
                report.Asks = share;
                await TurnAsync(run, ImportRunState.Asking, report, cancellationToken);
                return report;
            }

            await TurnAsync(run, ImportRunState.Applying, report, cancellationToken);
            await applier.ApplyAsync(run, report, progress, cancellationToken);
            Tell(run);
            return report;
        }
        catch (Exception fault) when (run.State == ImportRunState.Reading)
        {
            await FailAsync(run, fault, report);
            throw;
        }
        finally
        {
            if (choices.DryRun)
            {
                await stage.ForgetAsync(run.Id, withRun: true);
            }
        }
    }

    /// <summary>Whether a run of the source goes on, in this process or another.</summary>
    public bool IsBusyWith(string source)
    {
        using var held = RunLock.TryTake(database, source);
        return held is null;
    }

    /// <summary>Goes on with what was cut while it was applied, or what a person has said yes to; null: there is none, or somebody else is at it.</summary>
    public async Task<ImportReport?> FinishAsync(string source, CancellationToken cancellationToken)
    {
        using var held = RunLock.TryTake(database, source);
        return held is null ? null : await FinishHeldAsync(source, cancellationToken);
    }

    private FileStream Hold(string source) =>
        RunLock.TryTake(database, source) ?? throw new ImportException(ImportFailure.Busy, $"Another run of {source} is going on; two never overlap.");

    private async Task<ImportReport?> FinishHeldAsync(string source, CancellationToken cancellationToken)
    {
        ImportReport? last = null;
        foreach (var run in await stage.RunsAsync(source, [ImportRunState.Applying], cancellationToken))
        {
            last = ImportReport.FromJson(run.Report);
            last.Asks = null;
            await applier.ApplyAsync(run, last, null, cancellationToken);
            Tell(run);
        }

        return last;
    }

    private async Task<ImportRun> BeginAsync(ISource source, bool dryRun, CancellationToken cancellationToken)
    {
        // Whoever holds the source's lock is the only one at it: what is still reading was cut, and a question is overtaken.
        foreach (var left in dryRun ? [] : await stage.RunsAsync(source.Name, [ImportRunState.Reading, ImportRunState.Asking], cancellationToken))
        {
            var isCut = left.State == ImportRunState.Reading;
            await (isCut
                ? stage.EndAsync(left.Id, ImportRunState.Failed, ImportFailure.Cut, "It was cut before its source's end.", cancellationToken)
                : stage.EndAsync(left.Id, ImportRunState.Refused, ImportFailure.Overtaken, "A later run took its place.", cancellationToken));
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var run = new ImportRun { Id = Guid.CreateVersion7(now), Source = source.Name, Origin = source.Origin, StartedAt = now, Since = source.Since };
        context.ImportRuns.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        return run;
    }

    private async Task TurnAsync(ImportRun run, ImportRunState state, ImportReport report, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ImportRuns.Attach(run);
        (run.State, run.Report) = (state, report.ToJson());
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What failed is told even when the run was told to stop.</summary>
    private async Task FailAsync(ImportRun run, Exception fault, ImportReport report)
    {
        var (kind, words) = fault switch
        {
            ImportException known => (known.Kind, fault.Message),
            OperationCanceledException => (ImportFailure.Stopped, "It was told to stop before its source's end."),
            _ => (ImportFailure.Unforeseen, $"It could not be read: {fault.GetBaseException().GetType().Name}."),
        };
        await stage.EndAsync(run.Id, ImportRunState.Failed, kind, words, CancellationToken.None, report);
    }

    private void Tell(ImportRun run) => logger.LogDebug(
        "Import of {Source}: {Added} added, {Changed} changed, {Unchanged} unchanged, {Removed} removed",
        run.Source, run.Added, run.Changed, run.Unchanged, run.Removed);
}
