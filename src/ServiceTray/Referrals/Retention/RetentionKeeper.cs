using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals.Retention;

/// <summary>Removes referrals whose programme's time is over, with their keys, notices and sendings, and what of the log is older than any programme keeps it; and reports how many.</summary>
internal sealed class RetentionKeeper(IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, TimeProvider clock, ILogger<RetentionKeeper> logger)
{
    private const int MostReports = 50;

    private static readonly ReferralState[] Ended = [.. Enum.GetValues<ReferralState>().Where(state => state.IsEnded())];

    /// <summary>Removes what is over now, and tells how many referrals that were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var run = new RetentionRun { At = now };
        var kept = programmes.All.Where(programme => programme.Law.Bases.Count > 0).Select(programme => (programme.Key, Months: programme.Law.Bases[0].RetentionMonths)).ToList();

        // What was sent by a programme that has no definition any more is kept as long as any other says.
        var known = programmes.All.Select(programme => programme.Key).ToList();
        var longest = kept.Select(one => one.Months).DefaultIfEmpty(0).Max();
        var removed = longest == 0 ? [] : await context.Set<Referral>().Select(referral => referral.ProgrammeKey).Distinct().Where(key => !known.Contains(key)).ToListAsync(cancellationToken);
        foreach (var (key, months) in kept.Concat(removed.Select(key => (key, longest))))
        {
            // The end of a chain first, then what came before it.
            while (await OverAsync(context, key, months, now, cancellationToken) is { Count: > 0 } over)
            {
                run.Notices += await context.Set<ReferralNotice>().Where(notice => over.Contains(notice.Referral)).ExecuteDeleteAsync(cancellationToken);
                run.Sendings += await context.Set<ReferralSending>().Where(sending => over.Contains(sending.Referral)).ExecuteDeleteAsync(cancellationToken);
                run.Referrals += await context.Set<Referral>().Where(referral => over.Contains(referral.Id)).ExecuteDeleteAsync(cancellationToken);
                await context.Set<ReferralKey>().Where(key => over.Contains(key.Referral)).ExecuteDeleteAsync(cancellationToken);
            }
        }

        await FindOldLogAsync(context, run, now, cancellationToken);
        if (run.Referrals + run.LogEntries == 0)
        {
            return 0;
        }

        // The log lets go only what is written down as gone.
        context.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        await context.Set<AuditEntry>().Where(entry => entry.Seq <= run.LogUntil).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        logger.LogInformation("What was kept long enough is removed: {Referrals} referrals", run.Referrals);
        return run.Referrals;
    }

    /// <summary>The last reports, the newest first.</summary>
    public async Task<IReadOnlyList<RetentionRun>> ReportsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<RetentionRun>().AsNoTracking().OrderByDescending(run => run.At).Take(MostReports).ToListAsync(cancellationToken);
    }

    // A log entry tells no programme, so each is kept as long as any says. The last one stays, for the next to seal. Entries grow old at every
    // hour: once a day is often enough, and the reports stay few.
    private async Task FindOldLogAsync(TrayContext context, RetentionRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var yesterday = now.AddDays(-1);
        if (await context.Set<RetentionRun>().AnyAsync(other => other.LogEntries > 0 && other.At > yesterday, cancellationToken))
        {
            return;
        }

        var months = programmes.All.SelectMany(programme => programme.Law.Bases).Select(basis => basis.RetentionMonths).DefaultIfEmpty(0).Max();
        var until = now.AddMonths(-months);
        var log = context.Set<AuditEntry>().AsNoTracking();
        var kept = await log.Where(entry => entry.At >= until).OrderBy(entry => entry.Seq).Select(entry => (long?)entry.Seq).FirstOrDefaultAsync(cancellationToken)
            ?? await log.MaxAsync(entry => (long?)entry.Seq, cancellationToken);
        if (months > 0 && await log.FirstOrDefaultAsync(entry => entry.Seq == kept - 1, cancellationToken) is { } last)
        {
            (run.LogUntil, run.LogHash) = (last.Seq, last.Hash);
            run.LogEntries = await log.CountAsync(entry => entry.Seq <= last.Seq, cancellationToken);
        }
    }

    // Guiding is the first purpose of a programme, and its time counts from the end, or from the day on which the client's permission ended and was
    // not let go on: nobody sees her then. What a referral was forwarded as goes before it, so that the client's code leads on.
    private static Task<List<Guid>> OverAsync(TrayContext context, string key, int months, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (until, lastDay) = (now.AddMonths(-months), HelsinkiTime.Day(now).AddMonths(-months));
        return context.Set<Referral>()
            .Where(referral => referral.ProgrammeKey == key && ((Ended.Contains(referral.State) && referral.StateAt < until) || referral.PermissionUntil < lastDay)
                && (referral.Child == null || !context.Set<Referral>().Any(child => child.Id == referral.Child)))
            .Select(referral => referral.Id).ToListAsync(cancellationToken);
    }
}
