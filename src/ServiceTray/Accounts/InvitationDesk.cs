using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>Invites people, and takes the codes that they were told.</summary>
internal sealed class InvitationDesk(IDbContextFactory<TrayContext> contexts, AccountKeeper accounts, TimeProvider clock)
{
    // 100 bits: it makes an administrator.
    private const int CodeLength = 20;

    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(14);

    /// <summary>The code to tell; it is not kept, and cannot be told again.</summary>
    /// <exception cref="ForbiddenException">The grant is not hers to give.</exception>
    public Task<string> InviteAsync(Caller caller, Grant grant, CancellationToken cancellationToken)
    {
        caller.Must(GrantRule.MayGive(caller, grant));
        return MakeAsync(grant, caller.Id, cancellationToken);
    }

    /// <summary>The code of a first administrator, when there is none; an earlier one of these is no longer good.</summary>
    public async Task<string?> FirstAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<GivenGrant>().AnyAsync(given => given.Role == Role.Administrator, cancellationToken))
        {
            return null;
        }

        await context.Set<Invitation>().Where(old => old.Role == Role.Administrator && old.MadeBy == null && old.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        return await MakeAsync(new Grant(Role.Administrator), null, cancellationToken);
    }

    /// <summary>Makes an account with what the code gives.</summary>
    /// <exception cref="InvitationUnknownException">No such code is open.</exception>
    /// <exception cref="AccountRefusedException">The account cannot be made so; the code stays good.</exception>
    public async Task<Account> AcceptAsync(string code, NewAccount made, CancellationToken cancellationToken)
    {
        var invitation = await FindAsync(code, cancellationToken);
        var account = accounts.New(made);
        await GiveAsync(invitation, account.Id, context => AccountKeeper.AddAsync(context, account, cancellationToken), cancellationToken);
        return account;
    }

    /// <summary>Gives what the code gives to somebody who has an account.</summary>
    /// <exception cref="InvitationUnknownException">No such code is open.</exception>
    public async Task AcceptAsync(string code, Guid account, CancellationToken cancellationToken) =>
        await GiveAsync(await FindAsync(code, cancellationToken), account, _ => Task.CompletedTask, cancellationToken);

    /// <summary>Ends all open codes that somebody made, in the caller's transaction: who lost a role gives none with it, herself neither.</summary>
    public static Task TakeBackAsync(TrayContext context, Guid maker, CancellationToken cancellationToken) =>
        context.Set<Invitation>().Where(row => row.MadeBy == maker && row.UsedAt == null).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Whether a code could be taken now.</summary>
    public async Task<bool> IsOpenAsync(string code, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(code), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Invitation>().AnyAsync(row => row.CodeHash == hash && row.UsedAt == null && row.EndsAt > now, cancellationToken);
    }

    // What is no code is looked for too, and found nowhere.
    private static string HashOf(string typed) => SecretCode.TryRead(typed, out var code, CodeLength) ? code.Hash : "";

    private async Task<string> MakeAsync(Grant grant, Guid? by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var code = SecretCode.New(CodeLength);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(new Invitation
        {
            Id = Guid.CreateVersion7(now),
            CodeHash = code.Hash,
            Role = grant.Role,
            Organisation = grant.Organisation,
            County = grant.County,
            MadeAt = now,
            MadeBy = by,
            EndsAt = now + GoodFor,
        });
        await context.SaveChangesAsync(cancellationToken);
        return code.Words;
    }

    private async Task<Invitation> FindAsync(string code, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(code), clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(row => row.CodeHash == hash && row.UsedAt == null && row.EndsAt > now, cancellationToken)
            ?? throw new InvitationUnknownException();
    }

    // Made, taken and given in one transaction, and only once: of two who send the same code, one is told that it is gone and has no account.
    private async Task GiveAsync(Invitation invitation, Guid account, Func<TrayContext, Task> make, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await make(context);
        var taken = await context.Set<Invitation>().Where(row => row.Id == invitation.Id && row.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now).SetProperty(row => row.UsedBy, account), cancellationToken);
        if (taken == 0)
        {
            throw new InvitationUnknownException();
        }

        await AccountKeeper.GiveAsync(context, account, invitation.Grant, invitation.MadeBy, now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
