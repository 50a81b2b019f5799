using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>Makes accounts, and gives and takes their grants.</summary>
internal sealed class AccountKeeper(IDbContextFactory<TrayContext> contexts, PasswordHasher<Account> hasher, GivenAway givenAway, TimeProvider clock)
{
    /// <summary>Makes a local account.</summary>
    /// <exception cref="AccountRefusedException">The name is taken, or name or password cannot be.</exception>
    public async Task<Account> MakeAsync(NewAccount made, IReadOnlyList<Grant> grants, Guid? givenBy, CancellationToken cancellationToken)
    {
        var account = New(made);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.AddRange(grants.Select(grant => Given(account.Id, grant, givenBy, account.CreatedAt)));
        await AddAsync(context, account, cancellationToken);
        return account;
    }

    /// <summary>A local account that is not yet anywhere; making it takes the time that a password's hash takes.</summary>
    /// <exception cref="AccountRefusedException">Name or password cannot be.</exception>
    public Account New(NewAccount made)
    {
        if (made.Problems is [var problem, ..])
        {
            throw new AccountRefusedException(problem);
        }

        var now = clock.GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(now), SignInName = SignInNames.Read(made.SignInName), DisplayName = made.DisplayName.Trim(), CreatedAt = now };
        account.PasswordHash = hasher.HashPassword(account, made.Password);
        return account;
    }

    /// <summary>Saves a new account in the caller's context.</summary>
    /// <exception cref="AccountRefusedException">Its name is taken.</exception>
    public static async Task AddAsync(TrayContext context, Account account, CancellationToken cancellationToken)
    {
        if (await context.Set<Account>().AnyAsync(other => other.SignInName == account.SignInName, cancellationToken))
        {
            throw new AccountRefusedException(AccountProblem.NameTaken);
        }

        context.Add(account);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody may have taken it at the same moment.
            if (await context.Set<Account>().AnyAsync(other => other.SignInName == account.SignInName, cancellationToken))
            {
                throw new AccountRefusedException(AccountProblem.NameTaken);
            }

            throw;
        }
    }

    /// <summary>Gives a grant in the caller's transaction; one that she has already stays as it is.</summary>
    public static async Task GiveAsync(TrayContext context, Guid account, Grant grant, Guid? givenBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var has = await context.Set<GivenGrant>().Where(given => given.AccountId == account).ToListAsync(cancellationToken);
        if (!has.Exists(given => given.Grant == grant))
        {
            context.Add(Given(account, grant, givenBy, now));
        }
    }

    /// <summary>Takes a grant away; her sessions know it at once, and what she gave by it ends. One that is not the caller's to take is as if it was not there.</summary>
    /// <exception cref="ForbiddenException">It is her own, which another must take.</exception>
    public async Task TakeAsync(Caller caller, Guid grant, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<GivenGrant>().FirstOrDefaultAsync(given => given.Id == grant, cancellationToken) is not { } given || !GrantRule.MayGive(caller, given.Grant))
        {
            return;
        }

        caller.Must(given.AccountId != caller.Id);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Remove(given);
        await context.SaveChangesAsync(cancellationToken);
        await InvitationDesk.TakeBackAsync(context, given.AccountId, cancellationToken);
        await givenAway.EndLostAsync(context, given.AccountId, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Those who have a role at an organisation, in a county, or over the whole.</summary>
    public async Task<IReadOnlyList<(GivenGrant Given, string DisplayName)>> PeopleAsync(Guid? organisation, string? county, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from given in context.Set<GivenGrant>().AsNoTracking()
            join account in context.Set<Account>() on given.AccountId equals account.Id
            where given.Organisation == organisation && given.County == county && account.ClosedAt == null
            orderby account.DisplayName, given.Role
            select new { given, account.DisplayName }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.given, row.DisplayName))];
    }

    /// <summary>The organisations at which somebody has a role.</summary>
    public async Task<IReadOnlyList<Guid>> OrganisationsWithPeopleAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<GivenGrant>().Where(given => given.Organisation != null).Select(given => given.Organisation!.Value).Distinct().ToListAsync(cancellationToken);
    }

    public static GivenGrant Given(Guid account, Grant grant, Guid? by, DateTimeOffset at, bool isClaimed = false) => new()
    {
        Id = Guid.CreateVersion7(at),
        AccountId = account,
        Role = grant.Role,
        Organisation = grant.Organisation,
        County = grant.County,
        GivenAt = at,
        GivenBy = by,
        IsClaimed = isClaimed,
    };
}
