using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Offerings.Duplicates;
using ServiceTray.Organisations;
using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>Reads offerings with who offers them and where.</summary>
internal sealed class OfferingReader(
    RowShelf<Offering> offerings, RowShelf<Organisation> organisations, RowShelf<Place> places, Joins joins, IDbContextFactory<TrayContext> contexts)
{
    /// <summary>Those of the ids that there are, in the order asked, each as itself.</summary>
    public async Task<IReadOnlyList<PlacedOffering>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await offerings.ReadAsync(ids, cancellationToken);
        return await PlaceAsync([.. ids.Distinct().Where(found.ContainsKey).Select(id => found[id])], cancellationToken);
    }

    /// <summary>The one of this id, or the one that it was joined into.</summary>
    public async Task<PlacedOffering?> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync([joins.RootOf(id)], cancellationToken)).FirstOrDefault();

    /// <summary>Whether there was one of this id, which its source has taken back.</summary>
    public async Task<bool> WasAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Tombstone>().AnyAsync(stone => stone.Id == id, cancellationToken);
    }

    /// <summary>All there are.</summary>
    public async Task<IReadOnlyList<PlacedOffering>> ReadAllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await PlaceAsync(await context.Offerings.AsNoTracking().ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Forgets what changed.</summary>
    public void Drop(IReadOnlyCollection<Guid> changed)
    {
        offerings.Drop(changed);
        organisations.Drop(changed);
        places.Drop(changed);
    }

    /// <summary>Forgets all that was read.</summary>
    public void Clear()
    {
        offerings.Clear();
        organisations.Clear();
        places.Clear();
    }

    private async Task<IReadOnlyList<PlacedOffering>> PlaceAsync(List<Offering> read, CancellationToken cancellationToken)
    {
        var bodies = await organisations.ReadAsync([.. read.Select(offering => offering.OrganisationId)], cancellationToken);
        var spots = await places.ReadAsync([.. read.SelectMany(offering => offering.PlaceIds)], cancellationToken);
        return
        [
            .. read.Where(offering => bodies.ContainsKey(offering.OrganisationId)).Select(offering => new PlacedOffering(
                offering,
                bodies[offering.OrganisationId],
                [.. offering.PlaceIds.Where(spots.ContainsKey).Select(id => spots[id])])),
        ];
    }
}
