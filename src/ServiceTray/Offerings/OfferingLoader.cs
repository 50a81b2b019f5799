using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.GraphQL;

namespace ServiceTray.Offerings;

/// <summary>Fetches offerings of a level together.</summary>
internal sealed class OfferingLoader(IDbContextFactory<TrayContext> contexts) : BatchLoader<Guid, Offering>
{
    protected override async Task<IReadOnlyDictionary<Guid, Offering>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Offerings.AsNoTracking().Where(o => keys.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
    }
}
