using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>What somebody gave, which ends with what let her give it: open invitations, and tokens of programs, which she has seen and may still have. Whoever may make another token is told.</summary>
internal sealed class GivenAway(StaffTeller teller)
{
    /// <summary>Ends, in the caller's transaction, all that an account with the grants that are saved now may not give any more.</summary>
    public async Task EndLostAsync(TrayContext context, Guid account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var grants = await context.Set<GivenGrant>().AsNoTracking().Where(given => given.AccountId == account).ToListAsync(cancellationToken);
        var giver = Caller.Person(account, "", [.. grants.Select(given => given.Grant)]);
        var invitations = await context.Set<Invitation>().Where(row => row.MadeBy == account && row.UsedAt == null).ToListAsync(cancellationToken);
        context.RemoveRange(invitations.Where(row => !GrantRule.MayGive(giver, row.Grant)));
        var ended = new HashSet<Grant>();
        foreach (var client in await context.Set<MachineClient>().Where(row => row.MadeBy == account && row.RevokedAt == null).ToListAsync(cancellationToken))
        {
            if (GrantRule.MayGive(giver, client.Grant))
            {
                continue;
            }

            client.RevokedAt = now;
            ended.Add(client.Organisation is { } at ? new Grant(Role.Publisher, at) : client.County is { } county ? new Grant(Role.CountyAdministrator, county: county) : new Grant(Role.Administrator));
        }

        foreach (var whom in ended)
        {
            await teller.AddAsync(context, whom, AccountPaths.Programs, Texts.In, "Programs.Mail", cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
