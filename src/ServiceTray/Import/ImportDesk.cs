using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Import;

/// <summary>Where runs are looked at, and where a person answers one that asks.</summary>
internal sealed class ImportDesk(IDbContextFactory<TrayContext> contexts, RecordStage stage)
{
    public const int MostAtOnce = 100;

    /// <summary>The runs, latest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> ListAsync(int first, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportRuns.AsNoTracking().OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(first).ToListAsync(cancellationToken);
    }

    /// <summary>One run; null: there is none.</summary>
    public async Task<ImportRun?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>Sources whose runs are all read and wait to be applied.</summary>
    public async Task<IReadOnlyList<string>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ImportRuns.Where(run => run.State == ImportRunState.Applying).Select(run => run.Source).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>Lets a run that asks go on, or ends it; false: it does not ask any more.</summary>
    public async Task<bool> AnswerAsync(Guid id, bool yes, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // One statement, so that of two people only one answers.
        var asked = await context.ImportRuns.Where(run => run.Id == id && run.State == ImportRunState.Asking)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, yes ? ImportRunState.Applying : ImportRunState.Refused), cancellationToken);
        if (asked > 0 && !yes)
        {
            await stage.EndAsync(id, ImportRunState.Refused, ImportFailure.SaidNo, "A person said no.", cancellationToken);
        }

        return asked > 0;
    }
}
