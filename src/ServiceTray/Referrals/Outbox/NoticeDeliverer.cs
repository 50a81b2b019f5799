using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Outbox;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Delivers what is due at least once, waits longer after each failure, and at last gives up for a person to see.</summary>
internal sealed class NoticeDeliverer(
    IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, NoticeWriter writer, NoticeRoutes routes, WebhookDesk programs, TimeProvider clock, ILogger<NoticeDeliverer> logger)
{
    private const int AtOnce = 50;

    // A way that is not set up may be in an hour.
    private static readonly TimeSpan UntilSetUp = TimeSpan.FromHours(1);

    /// <summary>Delivers what is due now and tells how many were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await programs.EndLeftAsync(cancellationToken);
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            due = await context.Set<ReferralNotice>().Where(notice => notice.NextAt != null && notice.NextAt <= now)
                .OrderBy(notice => notice.NextAt).Select(notice => notice.Id).Take(AtOnce).ToListAsync(cancellationToken);
        }

        // Whoever does not answer keeps the others waiting once a round, and not once a notice.
        var (delivered, silent) = (0, new HashSet<string>());
        foreach (var id in due)
        {
            delivered += await DeliverAsync(id, silent, now, cancellationToken) ? 1 : 0;
        }

        return delivered;
    }

    private async Task<bool> DeliverAsync(Guid id, HashSet<string> silent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // No transaction is open while the network is waited for; marked only after it was taken, so a crash between delivers again.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var notice = await context.Set<ReferralNotice>().FirstAsync(one => one.Id == id, cancellationToken);
        notice.NextAt = null;
        try
        {
            await GiveOutAsync(context, notice, silent, now, cancellationToken);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever kept it back keeps back no other; its message may hold the address.
            notice.Attempts++;
            logger.LogWarning("Notice {Id} was not delivered at try {Try}: {Kind}", notice.Id, notice.Attempts, failed.GetBaseException().GetType());
            var isGivenUp = notice.Attempts >= Retrying.MostTries || failed is MailFailedException { IsForGood: true };
            notice.NextAt = isGivenUp ? null : now + Retrying.After(notice.Attempts);
            notice.DeadAt = isGivenUp ? now : null;

            // An address that is wrong is mended by who knows her, and till then she is told in another way.
            notice.ToTellSince = isGivenUp && notice.Audience is NoticeAudience.Client or NoticeAudience.LinkPerson ? now : null;
        }

        await context.SaveChangesAsync(cancellationToken);
        return notice.DeliveredAt is not null;
    }

    private async Task GiveOutAsync(TrayContext context, ReferralNotice notice, HashSet<string> silent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var referral = await context.Set<Referral>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == notice.Referral, cancellationToken);
        if (await ReferralFile.OpenAsync(context, sealer, programmes, referral, cancellationToken) is not { } file)
        {
            // What it was about is gone.
            return;
        }

        await AddForAideAsync(context, notice, file, now, cancellationToken);
        switch (await writer.WriteAsync(context, notice, file, cancellationToken))
        {
            case null:
                await LeaveToPeopleAsync(context, notice, file.Referral, now, cancellationToken);
                break;
            case { Route: NoticeRoute.Letter }:
                notice.ToPrintSince = now;
                break;
            case var written when !routes.IsOn(written.Route):
                notice.NextAt = now + UntilSetUp;
                break;
            case var written when silent.Contains(NoticeRoutes.WayOf(written)):
                notice.NextAt = now + Retrying.After(1);
                break;
            case var written:
                await SendAsync(written, silent, cancellationToken);
                notice.Attempts++;
                notice.DeliveredAt = now;
                break;
        }
    }

    // What the client is told, her helper who receives the messages is told as well, once.
    private static async Task AddForAideAsync(TrayContext context, ReferralNotice notice, ReferralFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (notice is { Audience: NoticeAudience.Client, Attempts: 0 } && file.Referral.Content.Client?.Aide is { Scope: AideScope.ReceivesNotices, Channel: not null }
            && !await context.Set<ReferralNotice>().AnyAsync(one => one.Referral == notice.Referral && one.Kind == notice.Kind && one.Audience == NoticeAudience.Aide && one.At >= notice.At, cancellationToken))
        {
            context.Add(file.Notice(notice.Kind, NoticeAudience.Aide, now));
        }
    }

    private async Task SendAsync(NoticeMessage written, HashSet<string> silent, CancellationToken cancellationToken)
    {
        try
        {
            await routes.SendAsync(written, cancellationToken);
        }
        catch (Exception failed) when (NoticeRoutes.IsSilence(failed))
        {
            silent.Add(NoticeRoutes.WayOf(written));
            throw;
        }
    }

    // No machine reaches her. Somebody tells the client or the link person; for anybody else it lies with what was given up.
    private static async Task LeaveToPeopleAsync(TrayContext context, ReferralNotice notice, Referral referral, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (notice.Audience)
        {
            case NoticeAudience.Client or NoticeAudience.LinkPerson:
                notice.ToTellSince = now;
                break;
            case NoticeAudience.Program or NoticeAudience.Aide:
                break;
            case NoticeAudience.Desk when await context.Set<ReferralWebhook>().AnyAsync(hook => hook.Organisation == referral.Receiver, cancellationToken):
                // Its program is told.
                break;
            default:
                notice.DeadAt = now;
                break;
        }
    }
}
