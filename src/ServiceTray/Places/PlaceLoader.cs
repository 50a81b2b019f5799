using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.GraphQL;

namespace ServiceTray.Places;

/// <summary>Fetches places of a level together.</summary>
internal sealed class PlaceLoader(IDbContextFactory<TrayContext> contexts) : BatchLoader<Guid, Place>
{
    protected override async Task<IReadOnlyDictionary<Guid, Place>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Places.AsNoTracking().Where(p => keys.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
    }
}
