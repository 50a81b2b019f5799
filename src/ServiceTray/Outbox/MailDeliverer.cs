using Microsoft.EntityFrameworkCore;
using ServiceTray.Calendar;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Outbox;

/// <summary>Sends what waits at least once, waits longer after each failure, and at last gives up, which the administrator sees; what was sent leaves nothing behind.</summary>
internal sealed class MailDeliverer(
    IDbContextFactory<TrayContext> contexts, Sealer sealer, MailSender sender, TimeProvider clock, ILogger<MailDeliverer> logger) : Clockwork(logger)
{
    private const int AtOnce = 50;

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Sends what is due now and tells how many were taken.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!sender.IsOn)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<WaitingMail>().Where(mail => mail.DeadAt <= now - GivenUpMail.KeptFor).ExecuteDeleteAsync(cancellationToken);
        var due = await context.Set<WaitingMail>().Where(mail => mail.DeadAt == null && mail.NextAt <= now).OrderBy(mail => mail.NextAt).Take(AtOnce).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var waiting in due)
        {
            var (isSent, keepsAll) = await SendAsync(context, waiting, now, cancellationToken);
            sent += isSent ? 1 : 0;
            if (keepsAll)
            {
                break;
            }
        }

        return sent;
    }

    protected override Task RoundAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    // Saved one by one: what was taken is not sent again when the next one fails. No transaction is open while the network is waited for.
    private async Task<(bool IsSent, bool KeepsAll)> SendAsync(TrayContext context, WaitingMail waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (isSent, isForGood, keepsAll, canBeRead) = (false, false, false, false);
        waiting.Attempts++;
        if (sealer.OpenOrNull<Mail>(MailPoster.Purpose, waiting.Contents) is { } mail)
        {
            canBeRead = true;
            try
            {
                await sender.SendAsync(mail, cancellationToken);
                isSent = true;
            }
            catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
            {
                // One that cannot be sent keeps no other waiting; its message may hold the address.
                (isForGood, keepsAll) = failed is MailFailedException why ? (why.IsForGood, why.KeepsAll) : (false, false);
                logger.LogWarning("Mail {Id} was not sent at try {Try}: {Kind}", waiting.Id, waiting.Attempts, failed.GetBaseException().GetType());
            }
        }

        if (isSent || !canBeRead)
        {
            context.Remove(waiting);
        }

        waiting.NextAt = now + Retrying.After(waiting.Attempts);
        waiting.DeadAt = isForGood || waiting.Attempts >= Retrying.MostTries ? now : null;
        await context.SaveChangesAsync(cancellationToken);
        return (isSent, keepsAll);
    }
}
