using ServiceTray.Data;
using ServiceTray.GraphQL;

namespace ServiceTray.Offerings;

/// <summary>Fetches offerings of a level together.</summary>
internal sealed class OfferingLoader(RowShelf<Offering> offerings) : BatchLoader<Guid, Offering>
{
    protected override Task<IReadOnlyDictionary<Guid, Offering>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        offerings.ReadAsync(keys, cancellationToken);
}
