using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts.Passkeys;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Accounts.Handovers;

/// <summary>Hands a local account over: its name and roles stay, and whoever had it before is out at once, with the tokens she made.</summary>
internal sealed class HandoverDesk(IDbContextFactory<TrayContext> contexts, PasswordHasher<Account> hasher, TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(14);

    // What clients tell is told to a person: whoever comes next is invited by a code of her own.
    private static readonly Role[] MeetClients = [Role.Professional, Role.Coordinator, Role.LinkPerson];

    // As long as an invitation's.
    private const int CodeLength = 20;

    /// <summary>Whether the caller's account can be handed over: a provider's cannot.</summary>
    public async Task<bool> IsHersToHandOverAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return caller is { Scopes: null, Id: { } id } && await context.Set<Account>().AnyAsync(account => account.Id == id && account.PasswordHash != null, cancellationToken);
    }

    /// <summary>Whether it is one of those that meet clients, which go to nobody.</summary>
    public static bool MeetsClients(Caller caller) => MeetClients.Any(caller.Is);

    /// <summary>The code to give to who comes next; an earlier one is no longer good.</summary>
    /// <exception cref="ForbiddenException">The account is a provider's or a program's, or meets clients.</exception>
    public async Task<string> MakeAsync(Caller caller, CancellationToken cancellationToken)
    {
        caller.Must(!MeetsClients(caller) && await IsHersToHandOverAsync(caller, cancellationToken));
        var (now, account, code) = (clock.GetUtcNow(), caller.SignedIn(), SecretCode.New(CodeLength));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Set<AccountHandover>().Where(row => row.AccountId == account && row.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        context.Add(new AccountHandover { Id = Guid.CreateVersion7(now), AccountId = account, CodeHash = code.Hash, MadeAt = now, EndsAt = now + GoodFor });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return code.Words;
    }

    /// <summary>Takes an account over with a name and password of one's own; all its sessions, passkeys and tokens end.</summary>
    /// <exception cref="InvitationUnknownException">No such code is open.</exception>
    /// <exception cref="AccountRefusedException">Name or password cannot be; the code stays good.</exception>
    public async Task<Account> TakeAsync(string code, string displayName, string password, CancellationToken cancellationToken)
    {
        var (hash, now) = (SecretCode.TryRead(code, out var read, CodeLength) ? read.Hash : "", clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var handover = await context.Set<AccountHandover>().FirstOrDefaultAsync(row => row.CodeHash == hash && row.UsedAt == null && row.EndsAt > now, cancellationToken) ?? throw new InvitationUnknownException();
        var account = await context.Set<Account>().FirstOrDefaultAsync(row => row.Id == handover.AccountId && row.ClosedAt == null, cancellationToken) ?? throw new InvitationUnknownException();
        if (await context.Set<GivenGrant>().AnyAsync(given => given.AccountId == account.Id && MeetClients.Contains(given.Role), cancellationToken))
        {
            throw new InvitationUnknownException();
        }

        if (new NewAccount(account.SignInName!, displayName, password).Problems is [var problem, ..])
        {
            throw new AccountRefusedException(problem);
        }

        handover.UsedAt = now;
        (account.DisplayName, account.PasswordHash) = (displayName.Trim(), hasher.HashPassword(account, password));
        account.FailedTries = 0;
        await context.SaveChangesAsync(cancellationToken);
        await context.Set<Passkey>().Where(passkey => passkey.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Session>().Where(session => session.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<AccountHandover>().Where(row => row.AccountId == account.Id && row.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        await MachineClientDesk.EndAllOfAsync(context, account.Id, now, cancellationToken);
        await InvitationDesk.TakeBackAsync(context, account.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return account;
    }
}
