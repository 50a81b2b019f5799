using ServiceTray.Offerings;

namespace ServiceTray.Export.OpenReferral;

/// <summary>Finds the rows of each list.</summary>
internal sealed class HsdsLists(HsdsIndex index, OfferingWalker walker)
{
    /// <summary>Services that are asked for, in the order of the whole feed.</summary>
    public async Task<IReadOnlyList<Guid>> ServicesAsync(HsdsQuery asked, CancellationToken cancellationToken)
    {
        var contents = await index.ReadAsync(cancellationToken);
        var found = asked.Filter is { } filter ? walker.Find(filter, OfferingOrder.Name) : contents.Services;
        if (asked is { ModifiedAfter: null, TaxonomyTerm: null, Taxonomy: null, MinimumAge: null, MaximumAge: null, Day: null, From: null, To: null })
        {
            return found;
        }

        var meeting = new List<Guid>();
        await foreach (var placed in walker.ReadAsync(found, cancellationToken))
        {
            if (placed.Meets(asked))
            {
                meeting.Add(placed.Offering.Id);
            }
        }

        return meeting;
    }

    /// <summary>Services at their places.</summary>
    public async Task<IReadOnlyList<HsdsPlacing>> PlacingsAsync(HsdsQuery asked, CancellationToken cancellationToken)
    {
        var contents = await index.ReadAsync(cancellationToken);
        var services = await ServicesAsync(asked, cancellationToken);
        if (ReferenceEquals(services, contents.Services))
        {
            return contents.Places;
        }

        var wanted = services.ToHashSet();
        return [.. contents.Places.Where(placing => wanted.Contains(placing.Offering))];
    }

    public async Task<IReadOnlyList<Guid>> OrganizationsAsync(CancellationToken cancellationToken) => (await index.ReadAsync(cancellationToken)).Organizations;

    public async Task<HsdsPlacing?> PlacingAsync(Guid id, CancellationToken cancellationToken) =>
        (await index.ReadAsync(cancellationToken)).Places.FirstOrDefault(placing => placing.Id == id);
}
