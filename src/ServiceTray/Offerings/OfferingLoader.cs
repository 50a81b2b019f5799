using System.Diagnostics.CodeAnalysis;
using ServiceTray.Data;
using ServiceTray.GraphQL;
using ServiceTray.Offerings.Duplicates;

namespace ServiceTray.Offerings;

/// <summary>Fetches offerings of a level together; an id that was joined into another gives that one.</summary>
internal sealed class OfferingLoader(RowShelf<Offering> offerings, Joins joins) : BatchLoader<Guid, Offering>
{
    protected override bool TryTake(Guid key, [MaybeNullWhen(false)] out Offering value) => offerings.TryTake(joins.RootOf(key), out value);

    protected override async Task<IReadOnlyDictionary<Guid, Offering>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        if (joins.IsEmpty)
        {
            return await offerings.ReadAsync(keys, cancellationToken);
        }

        var found = await offerings.ReadAsync([.. keys.Select(joins.RootOf).Distinct()], cancellationToken);
        return keys.Where(key => found.ContainsKey(joins.RootOf(key))).ToDictionary(key => key, key => found[joins.RootOf(key)]);
    }
}
