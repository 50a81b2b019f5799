using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Organisations;

/// <summary>Reads an organisation.</summary>
internal sealed class OrganisationReader(IDbContextFactory<TrayContext> contexts)
{
    private const int MostAtOnce = 500;

    /// <summary>Those of the ids that there are, in the order asked.</summary>
    public async Task<IReadOnlyList<Organisation>> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = new Dictionary<Guid, Organisation>();
        foreach (var some in ids.Chunk(MostAtOnce))
        {
            foreach (var organisation in await context.Organisations.AsNoTracking().Where(organisation => some.Contains(organisation.Id)).ToListAsync(cancellationToken))
            {
                found.Add(organisation.Id, organisation);
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    public async Task<Organisation?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Organisations.AsNoTracking().FirstOrDefaultAsync(organisation => organisation.Id == id, cancellationToken);
    }
}
