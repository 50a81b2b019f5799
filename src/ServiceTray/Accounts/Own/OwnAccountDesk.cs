using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts.Agreements;
using ServiceTray.Accounts.Handovers;
using ServiceTray.Accounts.Passkeys;
using ServiceTray.Data;
using ServiceTray.Languages;

namespace ServiceTray.Accounts.Own;

/// <summary>What one does with an account of one's own: another password, and an end. What was done under it stays in histories and logs.</summary>
internal sealed class OwnAccountDesk(IDbContextFactory<TrayContext> contexts, PasswordHasher<Account> hasher, SignInGuard guard, TimeProvider clock)
{
    /// <summary>Sets another password, by the one that she has; all her sessions but this one end, and open handovers with them. Null: it is done.</summary>
    public async Task<OwnAccountProblem?> ChangePasswordAsync(Caller caller, Guid? session, string old, string password, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var account = await OpenAsync(context, caller, cancellationToken);
        if (account.PasswordHash is null || !IsHers(account, old))
        {
            return OwnAccountProblem.WrongPassword;
        }

        if (new NewAccount(account.SignInName!, account.DisplayName, password).Problems is [var problem, ..])
        {
            throw new AccountRefusedException(problem);
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        await context.SaveChangesAsync(cancellationToken);
        await context.Set<Session>().Where(row => row.AccountId == account.Id && row.Id != session).ExecuteDeleteAsync(cancellationToken);
        await context.Set<AccountHandover>().Where(row => row.AccountId == account.Id && row.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Whether it is she who sits there: by her password, where she has one. Null: it is.</summary>
    public async Task<OwnAccountProblem?> ConfirmAsync(Caller caller, string password, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await OpenAsync(context, caller, cancellationToken);
        return account.PasswordHash is null || IsHers(account, password) ? null : OwnAccountProblem.WrongPassword;
    }

    /// <summary>In which language she is written to; null: she has not said.</summary>
    public async Task<Language?> LanguageAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await OpenAsync(context, caller, cancellationToken)).Language;
    }

    public async Task SetLanguageAsync(Caller caller, Language language, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        (await OpenAsync(context, caller, cancellationToken)).Language = language;
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Ends the account: its sessions, passkeys, roles, agreements, tokens, open codes, name to sign in with and mail. Null: it is done.</summary>
    public async Task<OwnAccountProblem?> CloseAsync(Caller caller, string password, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var account = await OpenAsync(context, caller, cancellationToken);
        if (account.PasswordHash is not null && !IsHers(account, password))
        {
            return OwnAccountProblem.WrongPassword;
        }

        if (await IsLastAdministratorAsync(context, account.Id, cancellationToken))
        {
            return OwnAccountProblem.LastAdministrator;
        }

        account.ClosedAt = now;
        (account.SignInName, account.PasswordHash, account.Email) = (null, null, null);
        await context.SaveChangesAsync(cancellationToken);
        await context.Set<Session>().Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Passkey>().Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<GivenGrant>().Where(row => row.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<AccountHandover>().Where(row => row.AccountId == account.Id && row.UsedAt == null).ExecuteDeleteAsync(cancellationToken);
        await context.Set<HelperAgreement>().Where(row => row.Helper == account.Id && row.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.EndedBy, account.Id), cancellationToken);
        await MachineClientDesk.EndAllOfAsync(context, account.Id, now, cancellationToken);
        await InvitationDesk.TakeBackAsync(context, account.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static async Task<Account> OpenAsync(TrayContext context, Caller caller, CancellationToken cancellationToken)
    {
        var id = caller.SignedIn();
        return caller.Scopes is null && await context.Set<Account>().FirstOrDefaultAsync(row => row.Id == id && row.ClosedAt == null, cancellationToken) is { } account ? account : throw new ForbiddenException();
    }

    // Without one nobody could let another in; the database's one writer sees to it that of two who go at once one stays.
    private static async Task<bool> IsLastAdministratorAsync(TrayContext context, Guid account, CancellationToken cancellationToken)
    {
        var administrators = await (
            from given in context.Set<GivenGrant>()
            join holder in context.Set<Account>() on given.AccountId equals holder.Id
            where given.Role == Role.Administrator && holder.ClosedAt == null
            select holder.Id).Distinct().ToListAsync(cancellationToken);
        return administrators is [var last] && last == account;
    }

    // Whoever sits at an open browser has five guesses, whatever is tried at the door.
    private bool IsHers(Account account, string password)
    {
        if (password.Length > NewAccount.LongestPassword || guard.TakeOwn(account.Id) is not { } tried || hasher.VerifyHashedPassword(account, account.PasswordHash!, password) == PasswordVerificationResult.Failed)
        {
            return false;
        }

        tried.WasRight();
        return true;
    }
}

/// <summary>Why it was not done.</summary>
internal enum OwnAccountProblem
{
    /// <summary>The password that she has is another, or is not taken for a while.</summary>
    WrongPassword,

    /// <summary>Nobody else could let people in.</summary>
    LastAdministrator,
}
