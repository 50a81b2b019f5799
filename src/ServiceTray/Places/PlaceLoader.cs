using System.Diagnostics.CodeAnalysis;
using ServiceTray.Data;
using ServiceTray.GraphQL;

namespace ServiceTray.Places;

/// <summary>Fetches places of a level together.</summary>
internal sealed class PlaceLoader(RowShelf<Place> places) : BatchLoader<Guid, Place>
{
    protected override bool TryTake(Guid key, [MaybeNullWhen(false)] out Place value) => places.TryTake(key, out value);

    protected override Task<IReadOnlyDictionary<Guid, Place>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        places.ReadAsync(keys, cancellationToken);
}
