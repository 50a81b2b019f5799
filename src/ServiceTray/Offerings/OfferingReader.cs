using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Offerings;

/// <summary>Reads offerings with who offers them and where.</summary>
internal sealed class OfferingReader(IDbContextFactory<TrayContext> contexts)
{
    /// <summary>Those of the ids that there are, in the order asked.</summary>
    public async Task<IReadOnlyList<PlacedOffering>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var offerings = await context.Offerings.AsNoTracking().Where(offering => ids.Contains(offering.Id)).ToListAsync(cancellationToken);
        var byId = (await PlaceAsync(context, offerings, cancellationToken)).ToDictionary(placed => placed.Offering.Id);
        return [.. ids.Distinct().Select(id => byId.GetValueOrDefault(id)).OfType<PlacedOffering>()];
    }

    public async Task<PlacedOffering?> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync([id], cancellationToken)).FirstOrDefault();

    /// <summary>All there are.</summary>
    public async Task<IReadOnlyList<PlacedOffering>> ReadAllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await PlaceAsync(context, await context.Offerings.AsNoTracking().ToListAsync(cancellationToken), cancellationToken);
    }

    private static async Task<IReadOnlyList<PlacedOffering>> PlaceAsync(TrayContext context, List<Offering> offerings, CancellationToken cancellationToken)
    {
        var organisationIds = offerings.Select(offering => offering.OrganisationId).Distinct().ToList();
        var placeIds = offerings.SelectMany(offering => offering.PlaceIds).Distinct().ToList();
        var organisations = await context.Organisations.AsNoTracking().Where(o => organisationIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var places = await context.Places.AsNoTracking().Where(p => placeIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return
        [
            .. offerings.Select(offering => new PlacedOffering(
                offering,
                organisations[offering.OrganisationId],
                [.. offering.PlaceIds.Where(places.ContainsKey).Select(id => places[id])])),
        ];
    }
}
