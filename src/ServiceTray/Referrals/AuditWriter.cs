using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Referrals.Retention;

namespace ServiceTray.Referrals;

/// <summary>Adds to the log within the transaction of what it tells; the database's one writer keeps the order.</summary>
internal static class AuditWriter
{
    public const string Read = "READ";
    public const string Listed = "LISTED";
    public const string CodeRead = "CODE_READ";
    public const string Told = "TOLD";
    public const string ConsentChanged = "CONSENT_CHANGED";

    public static async Task AddAsync(
        TrayContext context, IEnumerable<(Guid Subject, ReferralActor Actor, string Act)> acts, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var last = await context.Set<AuditEntry>().AsNoTracking().OrderByDescending(entry => entry.Seq).FirstOrDefaultAsync(cancellationToken);
        foreach (var (subject, actor, act) in acts)
        {
            last = AuditEntry.After(last, at, subject, actor, act);
            context.Add(last);
        }
    }

    /// <summary>The first entry that was altered, or stands where one is missing; null: the log is whole.</summary>
    public static async Task<long?> FirstBrokenAsync(TrayContext context, CancellationToken cancellationToken)
    {
        // What is older is gone when its time was over.
        var gone = await context.Set<RetentionRun>().AsNoTracking().Where(run => run.LogUntil != null).OrderByDescending(run => run.LogUntil).FirstOrDefaultAsync(cancellationToken);
        var (seq, hash) = (gone?.LogUntil ?? 0, gone?.LogHash ?? AuditEntry.Beginning);
        await foreach (var entry in context.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Seq).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!entry.Follows(seq, hash))
            {
                return entry.Seq;
            }

            (seq, hash) = (entry.Seq, entry.Hash);
        }

        return null;
    }
}
