using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Reads the log for auditors: by pseudonyms, in the units of their county or in all; whether it is untouched only when that is asked.</summary>
internal sealed class AuditReader(IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes)
{
    private const int Longest = 100;

    /// <exception cref="ForbiddenException">The caller audits nothing.</exception>
    public async Task<AuditPage> ListAsync(AuditListing listing, Caller caller, CancellationToken cancellationToken)
    {
        caller.Must(caller.Is(Role.Auditor));
        if (listing.First is < 0 or > Longest)
        {
            throw new PageSizeInvalidException(Longest);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = context.Set<AuditEntry>().AsNoTracking();
        if (!caller.Grants.Any(grant => grant is { Role: Role.Auditor, County: null }))
        {
            var units = UnitsOf(caller.CountiesAs(Role.Auditor));
            rows = rows.Where(entry => entry.Unit != null && units.Contains(entry.Unit.Value));
        }

        rows = listing.Account is { } account ? rows.Where(entry => entry.Account == account) : rows;
        rows = listing.Unit is { } unit ? rows.Where(entry => entry.Unit == unit) : rows;
        rows = listing.Subject is { } subject ? rows.Where(entry => entry.Subject == subject) : rows;
        rows = listing.Before is { } before ? rows.Where(entry => entry.Seq < before) : rows;
        var found = await rows.OrderByDescending(entry => entry.Seq).Take(listing.First + 1).ToListAsync(cancellationToken);
        return new AuditPage([.. found.Take(listing.First)], found.Count > listing.First);
    }

    /// <summary>The first entry of the whole log that was altered, or stands where one is missing; null: it is whole. Reads all of it.</summary>
    /// <exception cref="ForbiddenException">The caller audits nothing.</exception>
    public async Task<long?> FirstBrokenAsync(Caller caller, CancellationToken cancellationToken)
    {
        caller.Must(caller.Is(Role.Auditor));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await AuditWriter.FirstBrokenAsync(context, cancellationToken);
    }

    private List<Guid> UnitsOf(IReadOnlyList<string> counties) =>
    [
        .. programmes.All.Where(programme => programme.County is { } county && counties.Contains(county))
            .SelectMany(programme => programme.Senders.Concat(programme.Recipients)).Select(party => party.Organisation).Distinct(),
    ];
}

/// <summary>What of the log to read: the newest before an entry, of one account, unit or referral by its name in the log.</summary>
internal sealed record AuditListing(int First = 50, int? Before = null, Guid? Account = null, Guid? Unit = null, Guid? Subject = null);

/// <summary>A piece of the log, and whether there is more.</summary>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, bool HasMore);
