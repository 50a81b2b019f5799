using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Outbox;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Delivers what is due at least once, waits longer after each failure, and at last gives up for a person to see.</summary>
internal sealed class NoticeDeliverer(
    IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, NoticeWriter writer, NoticeRoutes routes, TimeProvider clock, ILogger<NoticeDeliverer> logger)
{
    private const int AtOnce = 50;

    // A way that is not set up may be in an hour.
    private static readonly TimeSpan UntilSetUp = TimeSpan.FromHours(1);

    /// <summary>Delivers what is due now and tells how many were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            due = await context.Set<ReferralNotice>().Where(notice => notice.NextAt != null && notice.NextAt <= now)
                .OrderBy(notice => notice.NextAt).Select(notice => notice.Id).Take(AtOnce).ToListAsync(cancellationToken);
        }

        var delivered = 0;
        foreach (var id in due)
        {
            delivered += await DeliverAsync(id, now, cancellationToken) ? 1 : 0;
        }

        return delivered;
    }

    private async Task<bool> DeliverAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // No transaction is open while the network is waited for; marked only after it was taken, so a crash between delivers again.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var notice = await context.Set<ReferralNotice>().FirstAsync(one => one.Id == id, cancellationToken);
        var referral = await context.Set<Referral>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == notice.Referral, cancellationToken);
        var file = await ReferralFile.OpenAsync(context, sealer, programmes, referral, cancellationToken);
        var written = file is null ? null : await writer.WriteAsync(context, notice, file, cancellationToken);
        notice.NextAt = null;
        if (file is not null && written is null)
        {
            await LeaveToPeopleAsync(context, notice, file.Referral, now, cancellationToken);
        }
        else if (written is { Route: NoticeRoute.Letter })
        {
            notice.ToPrintSince = now;
        }
        else if (written is not null && !routes.IsOn(written.Route))
        {
            notice.NextAt = now + UntilSetUp;
        }
        else if (written is not null)
        {
            await TryAsync(notice, written, now, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        return notice.DeliveredAt is not null;
    }

    // No machine reaches her. Somebody tells the client or the link person; for anybody else it lies with what was given up.
    private static async Task LeaveToPeopleAsync(TrayContext context, ReferralNotice notice, Referral referral, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (notice.Audience)
        {
            case NoticeAudience.Client or NoticeAudience.LinkPerson:
                notice.ToTellSince = now;
                break;
            case NoticeAudience.Program:
                break;
            case NoticeAudience.Desk when await context.Set<ReferralWebhook>().AnyAsync(hook => hook.Organisation == referral.Receiver, cancellationToken):
                // Its program is told.
                break;
            default:
                notice.DeadAt = now;
                break;
        }
    }

    private async Task TryAsync(ReferralNotice notice, NoticeMessage written, DateTimeOffset now, CancellationToken cancellationToken)
    {
        notice.Attempts++;
        try
        {
            await routes.SendAsync(written, cancellationToken);
            notice.DeliveredAt = now;
        }
        catch (Exception failed) when (failed is MailFailedException or HttpRequestException or IOException or FormatException
            || (failed is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Its message may hold the address.
            logger.LogWarning("Notice {Id} was not delivered at try {Try}: {Kind}", notice.Id, notice.Attempts, failed.GetBaseException().GetType());
            var isGivenUp = notice.Attempts >= Retrying.MostTries;
            notice.NextAt = isGivenUp ? null : now + Retrying.After(notice.Attempts);
            notice.DeadAt = isGivenUp ? now : null;
        }
    }
}
