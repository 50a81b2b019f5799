using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;

namespace ServiceTray.Connections;

/// <summary>Whoever connected an address answers for what comes from there in the organisation's name. When she publishes there no more, nothing new is read until one who does takes it on; what it brought stays.</summary>
internal sealed class ConnectionOwner(IDbContextFactory<TrayContext> contexts, StaffTeller teller, TimeProvider clock)
{
    /// <summary>The connections that somebody of their organisation answers for.</summary>
    public static IQueryable<Guid> Those(TrayContext context) =>
        from row in context.Set<Connection>()
        where context.Set<GivenGrant>().Any(given => given.AccountId == row.MadeBy && given.Organisation == row.OrganisationId && given.Role == Role.Publisher)
        select row.Id;

    /// <summary>Tells organisations, once each time, of those that nobody answers for any more.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Connection>().Where(row => row.LeftToldAt != null && Those(context).Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeftToldAt, (DateTimeOffset?)null), cancellationToken);
        var left = await context.Set<Connection>().Where(row => row.EndedAt == null && row.LeftToldAt == null && !Those(context).Contains(row.Id)).ToListAsync(cancellationToken);
        foreach (var organisation in left.GroupBy(row => row.OrganisationId))
        {
            await teller.AddAsync(context, new Grant(Role.Publisher, organisation.Key), ConnectionPaths.Own, Texts.In, "Left.Mail", cancellationToken);
            foreach (var connection in organisation)
            {
                connection.LeftToldAt = clock.GetUtcNow();
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
