using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Notices that no machine can carry, as work for people: the client who is reached by telephone, the link person who has no mail.</summary>
internal sealed class NoticeTeller(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>What the caller is to tell, the oldest first: a client of what she sent or her desk received, a link person of her desk.</summary>
    public async Task<IReadOnlyList<NoticeToTell>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Waiting(context, caller).OrderBy(row => row.Notice.ToTellSince).Take(Most).ToListAsync(cancellationToken);
        var accounts = rows.Select(row => row.Notice.Account).OfType<Guid>().ToList();
        var names = await context.Set<Account>().Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
        return [.. rows.Select(row => new NoticeToTell(
            row.Notice.Id, row.Notice.Referral, row.Notice.Audience, row.Notice.Account is { } account ? names.GetValueOrDefault(account, "") : null, row.Notice.At, row.Notice.DeadAt is not null))];
    }

    /// <summary>The caller told it, and whatever else waited to be told to the same person of the same referral; who told and when is kept, and is in the log.</summary>
    /// <exception cref="ReferralUnknownException">There is nothing such for the caller to tell.</exception>
    public async Task ToldAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var (now, account) = (clock.GetUtcNow(), caller.SignedIn());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var rows = await Waiting(context, caller).ToListAsync(cancellationToken);
        var told = rows.Find(row => row.Notice.Id == id) ?? throw new ReferralUnknownException();
        foreach (var row in rows.Where(row => row.Referral.Id == told.Referral.Id && row.Notice.Audience == told.Notice.Audience && row.Notice.Account == told.Notice.Account))
        {
            (row.Notice.DeliveredAt, row.Notice.ToldBy) = (now, account);
        }

        var actor = ReferralSight.Of(caller, told.Referral) is [var sight, ..] ? sight.Actor : new ReferralActor(ReferralRole.Coordinator, account, told.Referral.Receiver);
        await AuditWriter.AddAsync(context, [(told.Referral.Pseudonym, actor, AuditWriter.Told)], now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IQueryable<WaitingNotice> Waiting(TrayContext context, Caller caller)
    {
        var (units, desks, account) = (caller.OrganisationsAs(Role.Professional), caller.OrganisationsAs(Role.Coordinator), caller.SignedIn());
        return from notice in context.Set<ReferralNotice>()
               join referral in context.Set<Referral>() on notice.Referral equals referral.Id

               // The next desk may not know of her before she has agreed: whoever hands it on asks her.
               let forwarder = ReferralNotice.OfConsent.Contains(notice.Kind) ? context.Set<Referral>().Where(parent => parent.Id == referral.Parent).Select(parent => (Guid?)parent.Receiver).FirstOrDefault() : null
               where notice.ToTellSince != null && notice.DeliveredAt == null
                   && (!ReferralNotice.OfConsent.Contains(notice.Kind) || referral.State == ReferralState.AwaitingConsent)
                   && (notice.Audience == NoticeAudience.Client && referral.SenderUnit != null && notice.Kind != NoticeKind.ConsentEnding
                       ? units.Contains(referral.SenderUnit.Value) && (referral.SenderAccount == account || referral.SenderAccount == null)
                       : desks.Contains(forwarder ?? referral.Receiver))
               select new WaitingNotice { Notice = notice, Referral = referral };
    }

    private sealed class WaitingNotice
    {
        public required ReferralNotice Notice { get; init; }

        public required Referral Referral { get; init; }
    }
}

/// <summary>A notice that somebody is to tell; it may have been sent, and not have arrived. A former link person is told by her name, whoever goes on by what she is.</summary>
internal sealed record NoticeToTell(Guid Notice, Guid Referral, NoticeAudience Audience, string? Former, DateTimeOffset At, bool HasFailed);
