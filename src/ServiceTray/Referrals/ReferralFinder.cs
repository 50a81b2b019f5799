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

    /// <summary>How many are looked through: of what she sent the newest, of what her desk received the most urgent.</summary>
    private const int MostOpened = 500;

    /// <summary>How long a wish that nobody answered stays in its sender's box: she alone can ask again.</summary>
    private static readonly TimeSpan LapsedShown = TimeSpan.FromDays(30);

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

    /// <summary>A box, overdue first, then what is due next; of what nothing is waited for, the newest first. It is sorted out by what the caller may know, not by what is stored.</summary>
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
        var lapsed = now - LapsedShown;
        rows = listing.Ended || listing.State is not null ? rows : rows.Where(referral => !Ended.Contains(referral.State)
            || (listing.Box == ReferralBox.Received ? referral.DueAt != null : referral.State == ReferralState.Forwarded || (referral.State == ReferralState.Expired && referral.StateAt >= lapsed)));
        var first = listing.Box == ReferralBox.Received ? rows.OrderBy(referral => referral.DueAt == null).ThenBy(referral => referral.DueAt).ThenByDescending(referral => referral.CreatedAt) : rows.OrderByDescending(referral => referral.CreatedAt);
        var found = await first.Take(MostOpened).AsNoTracking().ToListAsync(cancellationToken);
        var box = new List<(ReferralShown Shown, Guid Subject, ReferralActor Actor)>();
        foreach (var referral in found)
        {
            var sights = ReferralSight.Of(caller, referral);
            var sight = listing.Box == ReferralBox.Sent ? sights.FirstOrDefault(one => one.Reader == ReferralReader.Sender) : ReferralSight.Best(sights);
            if (sight is not null && await ReferralFile.OpenAsync(context, sealer, programmes, referral, cancellationToken) is { } file
                && !SenderSight.IsHidden(referral, file.Programme, sight.Reader, now))
            {
                box.Add((ReferralShown.Of(file, ReferralSight.Open(sights, file, now), sight.Reader, now), referral.Pseudonym, sight.Actor));
            }
        }

        // That it was forwarded ends it only for a sender who is told so.
        var isAll = listing.Ended || listing.State is not null || listing.Box == ReferralBox.Received;
        var wanted = box.Where(one => (isAll || one.Shown.View.State != ReferralState.Forwarded) && (listing.State is null || one.Shown.View.State == listing.State) && (!listing.Overdue || one.Shown.View.IsOverdue)).ToList();
        var given = wanted.OrderBy(one => one.Shown.View.DueAt is null).ThenBy(one => one.Shown.View.DueAt)
            .ThenBy(one => one.Shown.View.DueAt is null ? -one.Shown.View.CreatedAt.UtcTicks : one.Shown.View.CreatedAt.UtcTicks).Take(listing.First).ToList();
        await AuditWriter.AddAsync(context, given.Select(one => (one.Subject, one.Actor, AuditWriter.Listed)), now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ReferralList([.. given.Select(one => one.Shown)], wanted.Count, box.Count(one => one.Shown.View.IsOverdue));
    }

    private static readonly ReferralState[] Ended = [.. Enum.GetValues<ReferralState>().Where(state => state.IsEnded())];

    private static readonly ReferralState[] WithSender = [.. Enum.GetValues<ReferralState>().Where(state => state.IsWithSender())];

    private static IQueryable<Referral> Sent(TrayContext context, Caller caller, Guid account)
    {
        var units = caller.OrganisationsAs(Role.Professional);
        return context.Set<Referral>().Where(referral => referral.SenderUnit != null && units.Contains(referral.SenderUnit.Value)
            && (referral.SenderAccount == account || referral.WrittenBy == account || (referral.SenderAccount == null && referral.State == ReferralState.Draft)));
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
