using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Places;

namespace ServiceTray.Publishing.Reviews;

/// <summary>Keeps back what a connected address tells that residents have never seen, where its county wants a second person; what they see goes on being told.</summary>
internal sealed class HeldSieve(IDbContextFactory<TrayContext> contexts, Regions regions, TimeProvider clock)
{
    private const int BatchSize = 250;

    /// <summary>Takes all that the address tells now, and gives the ids of what must wait.</summary>
    public async Task<IReadOnlySet<Guid>> SiftAsync(Guid connection, Guid organisation, Guid writtenBy, IReadOnlyList<HeldRecord> told, CancellationToken cancellationToken)
    {
        // Nobody decides in between: what she lets through is what she saw.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var wanting = (await context.Set<CountyChoice>().Where(row => row.SecondPerson).Select(row => row.County).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var rows = await context.Set<HeldOffering>().Where(row => row.ConnectionId == connection).ToDictionaryAsync(row => row.Id, cancellationToken);
        var known = new HashSet<Guid>();
        foreach (var ids in told.Select(record => record.Told().Id).Chunk(BatchSize))
        {
            known.UnionWith(await context.Offerings.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken));
        }

        var held = new HashSet<Guid>();
        foreach (var record in told)
        {
            var id = record.Told().Id;
            if (!known.Contains(id) && CountyOf(record, wanting) is { } county && MustWait(context, rows.GetValueOrDefault(id), New(record, county)))
            {
                held.Add(id);
            }
        }

        // What it tells no more waits for nobody.
        context.RemoveRange(rows.Values.Where(row => row.State != HeldState.Shown && !held.Contains(row.Id)));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return held;

        HeldOffering New(HeldRecord record, string county) => new()
        {
            Id = record.Told().Id, ConnectionId = connection, OrganisationId = organisation, WrittenBy = writtenBy, County = county, Print = record.Print(), Record = record, State = HeldState.Waiting, AskedAt = clock.GetUtcNow(),
        };
    }

    private static bool MustWait(TrayContext context, HeldOffering? before, HeldOffering now)
    {
        if (before is null)
        {
            context.Add(now);
            return true;
        }

        if (before.Print == now.Print)
        {
            (before.Record, before.State) = (now.Record, before.State == HeldState.LetThrough ? HeldState.Shown : before.State);
            return before.State != HeldState.Shown;
        }

        (before.County, before.Print, before.Record, before.State, before.AskedAt) = (now.County, now.Print, now.Record, HeldState.Waiting, now.AskedAt);
        (before.DecidedAt, before.DecidedBy, before.Words) = (null, null, null);
        return true;
    }

    private string? CountyOf(HeldRecord record, HashSet<string> wanting) => record.Places.Select(place => place.Municipality).Concat(record.Told().Availability.Regions)
        .Select(code => regions[code]).Select(region => region is { Kind: RegionKind.County } ? region.Code : region?.County).FirstOrDefault(county => county is not null && wanting.Contains(county));
}
