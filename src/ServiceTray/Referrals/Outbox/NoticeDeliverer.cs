using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Outbox;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Delivers what is due at least once, waits longer after each failure, and at last gives up for a person to see.</summary>
internal sealed class NoticeDeliverer(
    IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, NoticeWriter writer, MailSender mail, TimeProvider clock, ILogger<NoticeDeliverer> logger)
{
    /// <summary>Tries before a notice is given up: the last waits a day and a half.</summary>
    public const int MostTries = 12;

    private const int AtOnce = 50;

    /// <summary>Delivers what is due now and tells how many were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!mail.IsOn)
        {
            return 0;
        }

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
        var written = await ReferralFile.OpenAsync(context, sealer, programmes, referral, cancellationToken) is { } file
            ? await writer.WriteAsync(context, notice, file, cancellationToken)
            : null;
        notice.NextAt = null;
        if (written is not null)
        {
            notice.Attempts++;
            try
            {
                await mail.SendAsync(written, cancellationToken);
                notice.DeliveredAt = now;
            }
            catch (Exception failed) when (failed is SmtpException or IOException or FormatException)
            {
                // Its message may hold the address.
                logger.LogWarning("Notice {Id} was not delivered at try {Try}: {Kind}", id, notice.Attempts, failed.GetType());
                var isGivenUp = notice.Attempts >= MostTries;
                notice.NextAt = isGivenUp ? null : now + TimeSpan.FromMinutes(Math.Pow(2, notice.Attempts - 1));
                notice.DeadAt = isGivenUp ? now : null;
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return notice.DeliveredAt is not null;
    }
}
