using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>The accounts and their passkeys as the framework's passkey check reads them; it writes nothing, <see cref="PasskeyDesk"/> does.</summary>
internal sealed class PasskeyAccounts(IDbContextFactory<TrayContext> contexts) : IUserPasskeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(IdOf(user));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.SignInName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.SignInName);

    /// <summary>The open local account of this id.</summary>
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(userId, "D", out var id))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Account>().AsNoTracking().FirstOrDefaultAsync(account => account.Id == id && account.ClosedAt == null && account.PasswordHash != null, cancellationToken);
    }

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Account>().AsNoTracking().FirstOrDefaultAsync(account => account.SignInName == normalizedUserName && account.ClosedAt == null && account.PasswordHash != null, cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<Passkey>().AsNoTracking().Where(row => row.AccountId == user.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToInfo())];
    }

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var known = Base64Url.EncodeToString(credentialId);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from passkey in context.Set<Passkey>().AsNoTracking()
            join account in context.Set<Account>() on passkey.AccountId equals account.Id
            where passkey.CredentialId == known
            select account).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var known = Base64Url.EncodeToString(credentialId);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(row => row.AccountId == user.Id && row.CredentialId == known, cancellationToken))?.ToInfo();
    }

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadsOnly();

    public void Dispose()
    {
        // Each question has a context of its own.
    }

    internal static string IdOf(Account account) => account.Id.ToString("D", CultureInfo.InvariantCulture);

    private static NotSupportedException ReadsOnly() => new("Accounts and passkeys are written by their desks.");
}
