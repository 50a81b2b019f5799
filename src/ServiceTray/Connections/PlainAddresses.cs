using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Connections;

/// <summary>Seals the addresses that were kept before addresses were sealed.</summary>
internal sealed class PlainAddresses(IDbContextFactory<TrayContext> contexts, Sealer sealer)
{
    public async Task SealAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var connection in await context.Set<Connection>().Where(row => row.Address.StartsWith("http")).ToListAsync(cancellationToken))
        {
            connection.Address = ConnectionAddress.Of(connection, sealer)!.Seal(sealer);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
