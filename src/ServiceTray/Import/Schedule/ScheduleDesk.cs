using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Import.Schedule;

/// <summary>Tells of each scheduled source how it went and when it is due.</summary>
internal sealed class ScheduleDesk(SourceSchedule schedule, IDbContextFactory<TrayContext> contexts, IServiceProvider services, TimeProvider clock)
{
    /// <summary>So many failures in a row are counted; the pause grows no longer by then.</summary>
    private const int MostCounted = 30;

    private readonly Lazy<IReadOnlyList<(ScheduledSource Scheduled, string Name, string Origin, bool TellsChanges)>> named = new(() =>
        [.. schedule.Sources.Select(scheduled => (scheduled, made: scheduled.Make(services))).Select(each => (each.scheduled, each.made.Name, each.made.Origin, TellsChanges(each.scheduled, each.made)))]);

    /// <summary>The sources in the order of their lines.</summary>
    public async Task<IReadOnlyList<ScheduledRuns>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await StandingAsync(clock.GetUtcNow(), cancellationToken)).Select(standing => standing.Runs)];

    /// <summary>Those that are due, longest overdue first.</summary>
    public async Task<IReadOnlyList<ScheduledSource>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return [.. (await StandingAsync(now, cancellationToken)).Where(standing => standing.Runs.NextAt <= now).OrderBy(standing => standing.Runs.NextAt).Select(standing => standing.Scheduled)];
    }

    /// <summary>The source as it is read now: what changed since the last run that came to its end, or all, when that was not done for long.</summary>
    public async Task<ISource> SourceOfAsync(ScheduledSource scheduled, CancellationToken cancellationToken)
    {
        var source = scheduled.Make(services);
        if (!TellsChanges(scheduled, source))
        {
            return source;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var done = context.ImportRuns.AsNoTracking().Where(run => run.Source == source.Name && run.Origin == source.Origin && run.State == ImportRunState.Done);
        var whole = await done.Where(run => run.Since == null).OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(cancellationToken);
        if (whole is null || whole.StartedAt + scheduled.WholeEvery <= clock.GetUtcNow())
        {
            return source;
        }

        var later = await done.Where(run => run.StartedAt > whole.StartedAt && run.Since != null).ToListAsync(cancellationToken);
        return ((IChangingSource)source).ChangedSince(ChangeMark.After(whole, later)!.Value - ChangeMark.Overlap) ?? source;
    }

    private static bool TellsChanges(ScheduledSource scheduled, ISource source) =>
        scheduled.WholeEvery > scheduled.Every && source is IChangingSource changing && changing.ChangedSince(DateTimeOffset.UnixEpoch) is not null;

    private async Task<List<(ScheduledSource Scheduled, ScheduledRuns Runs)>> StandingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var standing = new List<(ScheduledSource, ScheduledRuns)>();
        if (schedule.Sources.Count == 0)
        {
            return standing;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (scheduled, name, origin, tellsChanges) in named.Value)
        {
            var runs = await context.ImportRuns.AsNoTracking().Where(run => run.Source == name && run.Origin == origin)
                .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(MostCounted).ToListAsync(cancellationToken);
            var failures = runs.TakeWhile(run => run.State == ImportRunState.Failed).Count();
            standing.Add((scheduled, new ScheduledRuns
            {
                Source = name,
                Origin = origin,
                EveryMinutes = (int)scheduled.Every.TotalMinutes,
                WholeEveryMinutes = tellsChanges ? (int)scheduled.WholeEvery.TotalMinutes : null,
                Failures = failures,
                NextAt = NextAt(scheduled, runs, failures, now),
                LastRun = runs is [var last, ..] ? ImportRunAnswer.Of(last) : null,
            }));
        }

        return standing;
    }

    /// <summary>A run that still reads was cut, unless somebody holds the source's lock: it is due at once.</summary>
    private static DateTimeOffset NextAt(ScheduledSource scheduled, List<ImportRun> runs, int failures, DateTimeOffset now) => runs switch
    {
        [] => now,
        [{ State: ImportRunState.Reading } cut, ..] => cut.StartedAt,
        [var last, ..] => last.StartedAt + scheduled.PauseAfter(failures),
    };
}
