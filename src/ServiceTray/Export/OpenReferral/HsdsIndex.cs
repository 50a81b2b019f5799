using ServiceTray.Offerings;

namespace ServiceTray.Export.OpenReferral;

/// <summary>All that the feed has, in a lasting order, until something on the tray changes or an hour has passed: a walk through its pages meets each once.</summary>
internal sealed class HsdsIndex(OfferingWalker walker, OfferingIndexer indexer, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private HsdsContents? known;

    public async Task<HsdsContents> ReadAsync(CancellationToken cancellationToken)
    {
        var stamp = (indexer.State.Sequence, clock.GetUtcNow().ToUnixTimeSeconds() / 3600);
        if (known is { } current && current.Stamp == stamp)
        {
            return current;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            return known is { } meanwhile && meanwhile.Stamp == stamp ? meanwhile : known = await GatherAsync(stamp, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<HsdsContents> GatherAsync((long, long) stamp, CancellationToken cancellationToken)
    {
        var services = new List<Guid>();
        var organizations = new List<Guid>();
        var places = new List<HsdsPlacing>();
        var told = new HashSet<Guid>();
        await foreach (var placed in walker.ReadAsync(walker.Find(new OfferingFilter(), OfferingOrder.Name), cancellationToken))
        {
            services.Add(placed.Offering.Id);
            places.AddRange(placed.Places.Select(place => new HsdsPlacing(HsdsIds.Of(placed.Offering.Id, place.Id), placed.Offering.Id, place.Id)));
            if (told.Add(placed.Organisation.Id))
            {
                organizations.Add(placed.Organisation.Id);
            }
        }

        return new HsdsContents(stamp, services, organizations, places);
    }
}

/// <summary>An offering at a place.</summary>
internal sealed record HsdsPlacing(Guid Id, Guid Offering, Guid Place);

/// <summary>Ids of what the feed has.</summary>
internal sealed record HsdsContents((long Sequence, long Hour) Stamp, IReadOnlyList<Guid> Services, IReadOnlyList<Guid> Organizations, IReadOnlyList<HsdsPlacing> Places);
