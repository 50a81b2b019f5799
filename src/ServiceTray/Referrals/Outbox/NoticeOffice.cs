using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Data;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals.Outbox;

/// <summary>What people do for notices: print and post letters, and look after those that were given up.</summary>
internal sealed class NoticeOffice(IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, NoticeWriter writer, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Letters to print for the units and desks of the caller, the oldest first.</summary>
    /// <param name="caller">Who prints them.</param>
    /// <param name="site">Where she finds the tray, for letters of one that does not know its own address.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<NoticeMessage>> LettersAsync(Caller caller, string site, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var letters = new List<NoticeMessage>();
        var today = HelsinkiTime.Day(clock.GetUtcNow());
        var read = new List<(Guid Subject, ReferralActor Actor, string Act)>();
        foreach (var (notice, referral, desk) in await WaitingAsync(context, caller, null, cancellationToken))
        {
            if (await ReferralFile.OpenAsync(context, sealer, programmes, referral, cancellationToken) is { } file && MayPost(notice, file.Referral, today)
                && await writer.WriteAsync(context, notice, file, cancellationToken, site) is { Route: NoticeRoute.Letter } letter)
            {
                letters.Add(letter);
                var actor = notice.Kind != NoticeKind.ConsentEnding && referral.SenderUnit is { } unit
                    ? new ReferralActor(ReferralRole.Sender, caller.SignedIn(), unit)
                    : new ReferralActor(ReferralRole.Coordinator, caller.SignedIn(), desk);
                read.Add((referral.Pseudonym, actor, AuditWriter.Read));
            }
        }

        // A letter has a name and an address on it.
        await AuditWriter.AddAsync(context, read, clock.GetUtcNow(), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return letters;
    }

    /// <summary>A letter was posted.</summary>
    /// <exception cref="ReferralUnknownException">There is none for the caller.</exception>
    public async Task PostedAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await WaitingAsync(context, caller, id, cancellationToken) is not [var (found, _, _)])
        {
            throw new ReferralUnknownException();
        }

        found.DeliveredAt = clock.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What was given up, the newest first; nothing of it is about a person.</summary>
    public async Task<IReadOnlyList<ReferralNotice>> DeadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<ReferralNotice>().AsNoTracking().Where(notice => notice.DeadAt != null && notice.DeliveredAt == null).OrderByDescending(notice => notice.DeadAt).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Tries one again from the beginning, or all.</summary>
    public async Task ReviveAsync(Guid? id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<ReferralNotice>().Where(notice => notice.DeadAt != null && notice.DeliveredAt == null && (id == null || notice.Id == id)).ExecuteUpdateAsync(
            set => set.SetProperty(notice => notice.DeadAt, (DateTimeOffset?)null).SetProperty(notice => notice.ToTellSince, (DateTimeOffset?)null).SetProperty(notice => notice.NextAt, now).SetProperty(notice => notice.Attempts, 0), cancellationToken);
    }

    // What its sender posts, and what asks her whether she agrees at all, needs no permission yet; a desk has her address as long as she lets it contact her.
    private static bool MayPost(ReferralNotice notice, Referral referral, DateOnly today) => ReferralNotice.OfConsent.Contains(notice.Kind)
        || (notice.Kind == NoticeKind.ConsentEnding ? PermissionAsker.MayAsk(referral, today)
            : referral.SenderUnit is not null || referral.Content.Consent?.Allows(Purpose.ReceiverContacts, today) == true);

    // What the next desk may not know of before she has agreed to it is the business of the one that hands it on.
    private static async Task<IReadOnlyList<(ReferralNotice Notice, Referral Referral, Guid Desk)>> WaitingAsync(TrayContext context, Caller caller, Guid? only, CancellationToken cancellationToken)
    {
        var (units, desks, account) = (caller.OrganisationsAs(Role.Professional), caller.OrganisationsAs(Role.Coordinator), caller.SignedIn());
        var rows = await (
            from notice in context.Set<ReferralNotice>()
            join referral in context.Set<Referral>() on notice.Referral equals referral.Id
            let forwarder = ReferralNotice.OfConsent.Contains(notice.Kind) ? context.Set<Referral>().Where(parent => parent.Id == referral.Parent).Select(parent => (Guid?)parent.Receiver).FirstOrDefault() : null
            where notice.ToPrintSince != null && notice.DeliveredAt == null && (only == null || notice.Id == only)
                && (!ReferralNotice.OfConsent.Contains(notice.Kind) || referral.State == ReferralState.AwaitingConsent)
                && ((referral.SenderAccount == account && referral.SenderUnit != null && notice.Kind != NoticeKind.ConsentEnding && units.Contains(referral.SenderUnit.Value))
                    || ((referral.SenderUnit == null || notice.Kind == NoticeKind.ConsentEnding) && desks.Contains(forwarder ?? referral.Receiver)))
            orderby notice.ToPrintSince
            select new { notice, referral, desk = forwarder ?? referral.Receiver }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.notice, row.referral, row.desk))];
    }
}
