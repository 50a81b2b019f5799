using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Import;
using ServiceTray.Publishing.Reviews;

namespace ServiceTray.Connections;

/// <summary>Ends connections: marked first, so that no reading of it begins any more, and gone when what it brought is.</summary>
internal sealed class ConnectionEnder(IDbContextFactory<TrayContext> contexts, Importer importer, HeldSieve sieve, TimeProvider clock, ILogger<ConnectionEnder> logger)
{
    /// <summary>Ends it now, or, while it is being read, as soon as that is over.</summary>
    public async Task EndAsync(Connection connection, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await context.Set<Connection>().Where(row => row.Id == connection.Id && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), cancellationToken);
        }

        await ClearAsync(connection, cancellationToken);
    }

    /// <summary>Goes on with those that were ended while they were read, or before a stop.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var connection in await context.Set<Connection>().AsNoTracking().Where(row => row.EndedAt != null).OrderBy(row => row.EndedAt).ToListAsync(cancellationToken))
        {
            await ClearAsync(connection, cancellationToken);
        }
    }

    private async Task ClearAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (importer.IsBusyWith(connection.SourceName))
        {
            return;
        }

        try
        {
            await importer.RunAsync(new ConnectedSource(connection, null, sieve, _ => Task.FromResult(false)), new ImportChoices(MayRemove: true, PastToo: true), null, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // A reading that began in this very moment, or a database that is busy: its mark stays, and the next round goes on.
            logger.LogInformation("The connection {Connection} is not cleared yet ({Kind})", connection.Id, fault.GetBaseException().GetType().Name);
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Connection>().Where(row => row.Id == connection.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
