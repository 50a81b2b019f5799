using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals.Retention;

/// <summary>Removes referrals whose programme's time is over, with their keys, notices and sendings, and reports how many; the log stays, which names nobody.</summary>
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
        foreach (var programme in programmes.All)
        {
            // The end of a chain first, then what came before it.
            while (await OverAsync(context, programme, now, cancellationToken) is { Count: > 0 } over)
            {
                run.Notices += await context.Set<ReferralNotice>().Where(notice => over.Contains(notice.Referral)).ExecuteDeleteAsync(cancellationToken);
                run.Sendings += await context.Set<ReferralSending>().Where(sending => over.Contains(sending.Referral)).ExecuteDeleteAsync(cancellationToken);
                run.Referrals += await context.Set<Referral>().Where(referral => over.Contains(referral.Id)).ExecuteDeleteAsync(cancellationToken);
                await context.Set<ReferralKey>().Where(key => over.Contains(key.Referral)).ExecuteDeleteAsync(cancellationToken);
            }
        }

        if (run.Referrals == 0)
        {
            return 0;
        }

        context.Add(run);
        await context.SaveChangesAsync(cancellationToken);
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

    // Guiding is the first purpose of a programme, and its time counts from the end. What a referral was forwarded as goes before it, so that the client's code leads on.
    private static Task<List<Guid>> OverAsync(TrayContext context, Programme programme, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (programme.Law.Bases is not [{ RetentionMonths: var months }, ..])
        {
            return Task.FromResult<List<Guid>>([]);
        }

        var (key, until) = (programme.Key, now.AddMonths(-months));
        return context.Set<Referral>()
            .Where(referral => referral.ProgrammeKey == key && Ended.Contains(referral.State) && referral.StateAt < until
                && (referral.Child == null || !context.Set<Referral>().Any(child => child.Id == referral.Child)))
            .Select(referral => referral.Id).ToListAsync(cancellationToken);
    }
}
