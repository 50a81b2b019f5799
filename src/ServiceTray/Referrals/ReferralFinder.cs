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
        if (sights.Count == 0 || await ReferralFile.OpenAsync(context, sealer, programmes, found, cancellationToken) is not { } file
            || ReferralSight.Best(sights = ReferralSight.Open(sights, file, now)) is not { } best)
        {
            return null;
        }

        await AuditWriter.AddAsync(context, [(found!.Pseudonym, best.Actor, AuditWriter.Read)], now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ReferralShown.Of(file, sights, best.Reader, now);
    }

    /// <summary>What those are called who sent what a colleague may take over; of a program there is no name.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesOfSendersAsync(ReferralList list, CancellationToken cancellationToken)
    {
        var accounts = list.Nodes.Select(shown => shown.View.Sender).OfType<Guid>().Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Account>().Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
    }

    /// <summary>A page of a box, overdue first, then what is due next; of what nothing is waited for, the newest first. It is sorted out by what the caller may know, and only what is on the page is opened.</summary>
    /// <exception cref="RefusalException">The page is too large, or its cursor is none.</exception>
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
        var query = new BoxQuery(context, caller, account, listing, now);
        var found = await query.ReadAsync(listing.First + 1, cancellationToken);
        var page = found.Take(listing.First).ToList();
        var given = new List<(ReferralShown Shown, Guid Subject, ReferralActor Actor)>();
        foreach (var referral in page.Select(row => row.Referral))
        {
            var sights = listing.Box == ReferralBox.Unit ? ReferralSight.OfColleague(caller, referral) : ReferralSight.Of(caller, referral);
            var sight = listing.Box == ReferralBox.Sent ? sights.FirstOrDefault(one => one.Reader == ReferralReader.Sender) : ReferralSight.Best(sights);

            // What was turned off since it was written down is not told either.
            if (sight is not null && await ReferralFile.OpenAsync(context, sealer, programmes, referral, cancellationToken) is { } file
                && ReferralSight.Open(sights, file, now) is var open && open.Contains(sight))
            {
                given.Add((ReferralShown.Of(file, open, sight.Reader, now), referral.Pseudonym, sight.Actor));
            }
        }

        var (total, late) = (await query.CountAsync(cancellationToken), await query.CountLateAsync(cancellationToken));
        await AuditWriter.AddAsync(context, given.Select(one => (one.Subject, one.Actor, AuditWriter.Listed)), now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var end = page is [.., var last] ? $"{new BoxCursor(last.Due, last.Referral.Id)}" : null;
        return new ReferralList([.. given.Select(one => one.Shown)], total, late, end, found.Count > page.Count);
    }
}

/// <summary>What she sent, what her desks received, or what colleagues of her unit sent.</summary>
internal enum ReferralBox
{
    Sent,
    Received,
    Unit,
}

/// <summary>What to list; without a state, what still waits for something. <paramref name="NotSent"/>: of what was received, not what stands in the box of what she sent.</summary>
internal sealed record ReferralListing(ReferralBox Box, ReferralState? State = null, bool Overdue = false, bool Ended = false, int First = 50, string? After = null, bool NotSent = false);

/// <summary>A page of a box: its referrals, how many there are in all, how many of the box are overdue, and where the page ends.</summary>
internal sealed record ReferralList(IReadOnlyList<ReferralShown> Nodes, int TotalCount, int OverdueCount, string? EndCursor, bool HasNextPage);
