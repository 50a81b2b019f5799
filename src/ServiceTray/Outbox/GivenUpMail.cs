using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Outbox;

/// <summary>Mail that did not arrive: how much there is, and another try; what is in it and whom it is for stays sealed.</summary>
internal sealed class GivenUpMail(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    /// <summary>How long it can be tried again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<WaitingMail>().CountAsync(mail => mail.DeadAt != null, cancellationToken);
    }

    /// <summary>Tries all of it again from the beginning.</summary>
    public async Task ReviveAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<WaitingMail>().Where(mail => mail.DeadAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.DeadAt, (DateTimeOffset?)null).SetProperty(mail => mail.NextAt, now).SetProperty(mail => mail.Attempts, 0), cancellationToken);
    }
}
