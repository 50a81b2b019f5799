using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;

namespace ServiceTray.Referrals;

/// <summary>Tells a desk what moves as it moves, each as the one who watches may see it then. The log is what is followed: it has every move in the order in which it was saved, whoever made it.</summary>
internal sealed class ReferralWatcher(IDbContextFactory<TrayContext> contexts, ReferralFinder finder)
{
    private const int AtOnce = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // What somebody looked at moves nothing.
    private static readonly string[] Looks = [AuditWriter.Read, AuditWriter.Listed, AuditWriter.CodeRead];

    private static readonly ReferralState[] WithSender = [.. Enum.GetValues<ReferralState>().Where(state => state.IsWithSender())];

    /// <summary>From now on, until whoever watches goes or may not watch any more.</summary>
    /// <param name="again">Who watches, as she is now; null: she may not.</param>
    /// <param name="cancellationToken">She is gone.</param>
    public async IAsyncEnumerable<ReferralShown> WatchAsync(Func<CancellationToken, Task<Caller?>> again, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = await LastAsync(cancellationToken);
        while (true)
        {
            var (moved, seen) = await MovedAfterAsync(last, cancellationToken);
            last = seen;
            if (moved.Count == 0)
            {
                await Task.Delay(Pause, cancellationToken);
                continue;
            }

            if (await again(cancellationToken) is not { } caller)
            {
                yield break;
            }

            foreach (var id in await HersAsync(moved, caller, cancellationToken))
            {
                if (await finder.FindAsync(id, caller, cancellationToken) is { } shown)
                {
                    yield return shown;
                }
            }
        }
    }

    private async Task<long> LastAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<AuditEntry>().MaxAsync(entry => (long?)entry.Seq, cancellationToken) ?? 0;
    }

    private async Task<(IReadOnlyList<Guid> Subjects, long Last)> MovedAfterAsync(long last, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await context.Set<AuditEntry>().Where(entry => entry.Seq > last).OrderBy(entry => entry.Seq).Take(AtOnce)
            .Select(entry => new { entry.Seq, entry.Subject, entry.Act }).ToListAsync(cancellationToken);
        return ([.. entries.Where(entry => !Looks.Contains(entry.Act)).Select(entry => entry.Subject).Distinct()], entries.Count == 0 ? last : entries[^1].Seq);
    }

    // Her desks', and those that she walks beside: as her box has them. What is with its sender is nobody's at a desk.
    private async Task<IReadOnlyList<Guid>> HersAsync(IReadOnlyList<Guid> subjects, Caller caller, CancellationToken cancellationToken)
    {
        var (desks, walks, account) = (caller.OrganisationsAs(Role.Coordinator), caller.OrganisationsAs(Role.LinkPerson), caller.SignedIn());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Referral>().Where(referral => subjects.Contains(referral.Pseudonym) && !WithSender.Contains(referral.State)
            && (desks.Contains(referral.Receiver) || (walks.Contains(referral.Receiver) && referral.LinkPerson == account))).Select(referral => referral.Id).ToListAsync(cancellationToken);
    }
}
