using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Organisations;

/// <summary>Reads an organisation.</summary>
internal sealed class OrganisationReader(IDbContextFactory<TrayContext> contexts)
{
    public async Task<Organisation?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Organisations.AsNoTracking().FirstOrDefaultAsync(organisation => organisation.Id == id, cancellationToken);
    }
}
