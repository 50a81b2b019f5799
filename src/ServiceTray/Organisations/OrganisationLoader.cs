using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.GraphQL;

namespace ServiceTray.Organisations;

/// <summary>Fetches organisations of a level together.</summary>
internal sealed class OrganisationLoader(IDbContextFactory<TrayContext> contexts) : BatchLoader<Guid, Organisation>
{
    protected override async Task<IReadOnlyDictionary<Guid, Organisation>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Organisations.AsNoTracking().Where(o => keys.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
    }
}
