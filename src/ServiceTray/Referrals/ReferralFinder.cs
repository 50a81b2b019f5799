using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Finds the referrals that are a caller's own or her desk's; each look is in the log.</summary>
internal sealed class ReferralFinder(IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes, ReferralSealer sealer, TimeProvider clock)
{
    private const int Longest = 100;

    /// <summary>One referral; null: there is none for her.</summary>
    public async Task<ReferralShown?> FindAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        caller.SignedIn();
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var found = await context.Set<Referral>().AsNoTracking().FirstOrDefaultAsync(referral => referral.Id == id, cancellationToken);
        var sights = found is null ? [] : ReferralSight.Of(caller, found);
        if (ReferralSight.Best(sights) is not { } best || await ReferralFile.OpenAsync(context, sealer, programmes, found, cancellationToken) is not { } file)
        {
            return null;
        }

        await AuditWriter.AddAsync(context, [(found!.Pseudonym, best.Actor, AuditWriter.Read)], now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ReferralShown.Of(file, sights, best.Reader, now);
    }

    /// <summary>A box, overdue first, then what is due next.</summary>
    public async Task<ReferralList> ListAsync(ReferralListing listing, Caller caller, CancellationToken cancellationToken)
    {
        var account = caller.SignedIn();
        if (listing.First is < 0 or > Longest)
        {
            throw new PageSizeInvalidException(Longest);
        }

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var rows = listing.Box == ReferralBox.Sent ? Sent(context, caller, account) : Received(context, caller, account);
        rows = listing.State is { } state ? rows.Where(referral => referral.State == state) : listing.Ended ? rows : rows.Where(referral => referral.DueAt != null || !Ended.Contains(referral.State));
        var overdue = await rows.CountAsync(referral => referral.DueAt != null && referral.DueAt <= now, cancellationToken);
        rows = listing.Overdue ? rows.Where(referral => referral.DueAt != null && referral.DueAt <= now) : rows;
        var total = await rows.CountAsync(cancellationToken);
        var found = await rows.OrderBy(referral => referral.DueAt == null).ThenBy(referral => referral.DueAt).ThenBy(referral => referral.CreatedAt)
            .Take(listing.First).AsNoTracking().ToListAsync(cancellationToken);
        var shown = new List<ReferralShown>();
        var acts = new List<(Guid, ReferralActor, string)>();
        foreach (var referral in found)
        {
            var sights = ReferralSight.Of(caller, referral);
            var reader = listing.Box == ReferralBox.Sent ? sights.FirstOrDefault(sight => sight.Reader == ReferralReader.Sender) : ReferralSight.Best(sights);
            if (reader is not null && await ReferralFile.OpenAsync(context, sealer, programmes, referral, cancellationToken) is { } file)
            {
                shown.Add(ReferralShown.Of(file, sights, reader.Reader, now));
                acts.Add((referral.Pseudonym, reader.Actor, AuditWriter.Listed));
            }
        }

        await AuditWriter.AddAsync(context, acts, now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ReferralList(shown, total, overdue);
    }

    private static readonly ReferralState[] Ended = [.. Enum.GetValues<ReferralState>().Where(state => state.IsEnded())];

    private static readonly ReferralState[] WithSender = [.. Enum.GetValues<ReferralState>().Where(state => state.IsWithSender())];

    private static IQueryable<Referral> Sent(TrayContext context, Caller caller, Guid account)
    {
        var units = caller.OrganisationsAs(Role.Professional);
        return context.Set<Referral>().Where(referral => referral.SenderAccount == account && referral.SenderUnit != null && units.Contains(referral.SenderUnit.Value));
    }

    private static IQueryable<Referral> Received(TrayContext context, Caller caller, Guid account)
    {
        var desks = caller.OrganisationsAs(Role.Coordinator);
        var walks = caller.OrganisationsAs(Role.LinkPerson);
        return context.Set<Referral>().Where(referral => !WithSender.Contains(referral.State)
            && (desks.Contains(referral.Receiver) || (walks.Contains(referral.Receiver) && referral.LinkPerson == account)));
    }
}

/// <summary>What was sent, or what was received.</summary>
internal enum ReferralBox
{
    Sent,
    Received,
}

/// <summary>What to list; without a state, what still waits for something.</summary>
internal sealed record ReferralListing(ReferralBox Box, ReferralState? State = null, bool Overdue = false, bool Ended = false, int First = 50);

/// <summary>A box: its referrals, how many there are, and how many of all are overdue.</summary>
internal sealed record ReferralList(IReadOnlyList<ReferralShown> Nodes, int TotalCount, int OverdueCount);
