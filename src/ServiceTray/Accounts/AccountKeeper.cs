using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>Makes accounts, and gives and takes their grants.</summary>
internal sealed class AccountKeeper(IDbContextFactory<TrayContext> contexts, PasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Makes a local account.</summary>
    /// <exception cref="AccountRefusedException">The name is taken, or name or password cannot be.</exception>
    public async Task<Account> MakeAsync(NewAccount made, IReadOnlyList<Grant> grants, Guid? givenBy, CancellationToken cancellationToken)
    {
        if (made.Problems is [var problem, ..])
        {
            throw new AccountRefusedException(problem);
        }

        var now = clock.GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(now), SignInName = SignInNames.Read(made.SignInName), DisplayName = made.DisplayName.Trim(), CreatedAt = now };
        account.PasswordHash = hasher.HashPassword(account, made.Password);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<Account>().AnyAsync(other => other.SignInName == account.SignInName, cancellationToken))
        {
            throw new AccountRefusedException(AccountProblem.NameTaken);
        }

        context.Add(account);
        context.AddRange(grants.Select(grant => Given(account.Id, grant, givenBy, now)));
        await context.SaveChangesAsync(cancellationToken);
        return account;
    }

    /// <summary>Gives a grant; one that she has already stays as it is.</summary>
    public async Task GiveAsync(Guid account, Grant grant, Guid? givenBy, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var has = await context.Set<GivenGrant>().Where(given => given.AccountId == account).ToListAsync(cancellationToken);
        if (!has.Exists(given => given.Grant == grant))
        {
            context.Add(Given(account, grant, givenBy, clock.GetUtcNow()));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private static GivenGrant Given(Guid account, Grant grant, Guid? by, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        AccountId = account,
        Role = grant.Role,
        Organisation = grant.Organisation,
        County = grant.County,
        GivenAt = at,
        GivenBy = by,
    };
}
