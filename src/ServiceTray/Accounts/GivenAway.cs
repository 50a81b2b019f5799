using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>What somebody gave, which ends with what let her give it: open invitations, and tokens of programs, which she has seen and may still have.</summary>
internal static class GivenAway
{
    /// <summary>Ends, in the caller's transaction, all that an account with the grants that are saved now may not give any more.</summary>
    public static async Task EndLostAsync(TrayContext context, Guid account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var grants = await context.Set<GivenGrant>().AsNoTracking().Where(given => given.AccountId == account).ToListAsync(cancellationToken);
        var giver = Caller.Person(account, "", [.. grants.Select(given => given.Grant)]);
        var invitations = await context.Set<Invitation>().Where(row => row.MadeBy == account && row.UsedAt == null).ToListAsync(cancellationToken);
        context.RemoveRange(invitations.Where(row => !GrantRule.MayGive(giver, row.Grant)));
        foreach (var client in await context.Set<MachineClient>().Where(row => row.MadeBy == account && row.RevokedAt == null).ToListAsync(cancellationToken))
        {
            client.RevokedAt = GrantRule.MayGive(giver, client.Grant) ? null : now;
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
