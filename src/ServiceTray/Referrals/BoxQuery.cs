using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Calendar;
using ServiceTray.Data;

namespace ServiceTray.Referrals;

/// <summary>Finds what is in a box by what stands in plain, a page at a time: overdue first, then what is due next; of what nothing is waited for, the newest first.</summary>
internal sealed class BoxQuery(TrayContext context, Caller caller, Guid account, ReferralListing listing, DateTimeOffset now)
{
    /// <summary>How long a wish that nobody answered stays in its sender's box: she alone can ask again.</summary>
    private static readonly TimeSpan LapsedShown = TimeSpan.FromDays(30);

    private static readonly ReferralState[] Ended = [.. Enum.GetValues<ReferralState>().Where(state => state.IsEnded())];

    private static readonly ReferralState[] WithSender = [.. Enum.GetValues<ReferralState>().Where(state => state.IsWithSender())];

    private static readonly ReferralState[] Hidden = [.. Enum.GetValues<ReferralState>().Where(state => state.HidesPerson())];

    /// <summary>How many there are of what was asked.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) => Asked().CountAsync(cancellationToken);

    /// <summary>How many of the box are late, as far as the one who asks is told.</summary>
    public Task<int> CountLateAsync(CancellationToken cancellationToken) => Keyed(Box()).CountAsync(row => row.Late <= now, cancellationToken);

    /// <summary>The next of them after the listing's cursor, with the key of each.</summary>
    public async Task<IReadOnlyList<BoxRow>> ReadAsync(int count, CancellationToken cancellationToken)
    {
        var (rows, after) = (Asked(), BoxCursor.Read(listing.After));
        var found = new List<BoxRow>();
        if (after is null or { Due: not null })
        {
            var due = rows.Where(row => row.Due != null);
            due = after is { Due: { } last, Id: var id } ? due.Where(row => row.Due > last || (row.Due == last && row.Referral.Id.CompareTo(id) > 0)) : due;
            found.AddRange(await due.OrderBy(row => row.Due).ThenBy(row => row.Referral.Id).Take(count).AsNoTracking().ToListAsync(cancellationToken));
        }

        if (found.Count < count)
        {
            var undue = rows.Where(row => row.Due == null);
            undue = after is { Due: null, Id: var id } ? undue.Where(row => row.Referral.Id.CompareTo(id) < 0) : undue;
            found.AddRange(await undue.OrderByDescending(row => row.Referral.Id).Take(count - found.Count).AsNoTracking().ToListAsync(cancellationToken));
        }

        return found;
    }

    private IQueryable<BoxRow> Asked()
    {
        var rows = Box();
        if (listing.State is { } state)
        {
            rows = listing.Box == ReferralBox.Received ? rows.Where(referral => referral.State == state) : rows.Where(referral => referral.SentState == state);
        }
        else if (!listing.Ended)
        {
            // That it was forwarded ends it only for a sender who is told so.
            var lapsed = now - LapsedShown;
            rows = listing.Box == ReferralBox.Received
                ? rows.Where(referral => !Ended.Contains(referral.State) || referral.DueAt != null)
                : rows.Where(referral => !Ended.Contains(referral.State) || (referral.State == ReferralState.Forwarded && referral.SentState != ReferralState.Forwarded)
                    || (referral.State == ReferralState.Expired && referral.StateAt >= lapsed));
        }

        var keyed = Keyed(rows);
        return listing.Overdue ? keyed.Where(row => row.Late <= now) : keyed;
    }

    private IQueryable<BoxRow> Keyed(IQueryable<Referral> rows) => listing.Box == ReferralBox.Received
        ? rows.Select(referral => new BoxRow { Referral = referral, Due = referral.DueAt, Late = referral.DueAt })
        : rows.Select(referral => new BoxRow { Referral = referral, Due = referral.SentDueAt, Late = referral.SentLateAt });

    private IQueryable<Referral> Box() => listing.Box switch
    {
        ReferralBox.Sent => Sent(),
        ReferralBox.Unit => OfColleagues(),
        _ => Received(),
    };

    private IQueryable<Referral> Sent()
    {
        var units = caller.OrganisationsAs(Role.Professional);
        return context.Set<Referral>().Where(referral => referral.SenderUnit != null && units.Contains(referral.SenderUnit.Value) && !referral.IsSentHidden
            && (referral.SenderAccount == account || referral.WrittenBy == account || (referral.SenderAccount == null && referral.State == ReferralState.Draft)));
    }

    // For people alone: a program takes nothing over. What the client permits no more is nobody's to take over.
    private IQueryable<Referral> OfColleagues()
    {
        var today = HelsinkiTime.Day(now);
        var units = caller.Scopes is null ? caller.OrganisationsAs(Role.Professional) : [];
        return context.Set<Referral>().Where(referral => referral.SenderUnit != null && units.Contains(referral.SenderUnit.Value) && !referral.IsSentHidden
            && referral.State != ReferralState.Draft && !Hidden.Contains(referral.State) && (referral.PermissionUntil == null || referral.PermissionUntil >= today)
            && referral.SenderAccount != account && (referral.WrittenBy == null || referral.WrittenBy != account));
    }

    private IQueryable<Referral> Received()
    {
        var desks = caller.OrganisationsAs(Role.Coordinator);
        var walks = caller.OrganisationsAs(Role.LinkPerson);
        var received = context.Set<Referral>().Where(referral => !WithSender.Contains(referral.State)
            && (desks.Contains(referral.Receiver) || (walks.Contains(referral.Receiver) && referral.LinkPerson == account)));
        return listing.NotSent ? received.Where(referral => !Sent().Any(sent => sent.Id == referral.Id)) : received;
    }
}

/// <summary>A row of a box: by when something is due, and from when on it is late, as the one who asks is told.</summary>
internal sealed class BoxRow
{
    public required Referral Referral { get; init; }

    public DateTimeOffset? Due { get; init; }

    public DateTimeOffset? Late { get; init; }
}
