using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>Makes an account's passkeys, lists them and takes them away; the framework asks the device and checks its answer.</summary>
internal sealed class PasskeyDesk(IDbContextFactory<TrayContext> contexts, IPasskeyHandler<Account> handler, PasskeyAccounts accounts, PasskeyAnswers answers, Sealer sealer, TimeProvider clock)
{
    /// <summary>How many passkeys an account may have.</summary>
    public const int Most = 10;

    /// <summary>The caller's passkeys, oldest first.</summary>
    public async Task<IReadOnlyList<Passkey>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var account = caller.SignedIn();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Passkey>().AsNoTracking().Where(row => row.AccountId == account).OrderBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>What to ask the caller's device for, as JSON; the browser gets the challenge.</summary>
    /// <exception cref="ForbiddenException">The account is a provider's or a program's.</exception>
    public async Task<string> AskAsync(HttpContext http, Caller caller)
    {
        var account = await HersAsync(caller, http.RequestAborted);
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = PasskeyAccounts.IdOf(account), Name = account.SignInName!, DisplayName = account.DisplayName }, http);
        new PasskeyChallenge(Guid.CreateVersion7(clock.GetUtcNow()), account.Id, asked.AttestationState!, clock.GetUtcNow() + PasskeyChallenge.GoodFor).Give(http, sealer);
        return asked.CreationOptionsJson;
    }

    /// <summary>Makes a passkey of what the device answered; null: it is made.</summary>
    /// <exception cref="ForbiddenException">The account is a provider's or a program's.</exception>
    public async Task<PasskeyProblem?> AddAsync(HttpContext http, Caller caller, string name, string credential)
    {
        var (account, now) = (await HersAsync(caller, http.RequestAborted), clock.GetUtcNow());
        if (name.Trim() is not { Length: > 0 and <= Passkey.LongestName } called || called.Any(char.IsControl))
        {
            return PasskeyProblem.Name;
        }

        if (PasskeyChallenge.Take(http, sealer, account.Id, now) is not { } challenge || !await answers.IsFirstAsync(challenge, http.RequestAborted))
        {
            return PasskeyProblem.Refused;
        }

        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = challenge.State });
        if (!made.Succeeded || made.UserEntity.Id != PasskeyAccounts.IdOf(account))
        {
            return PasskeyProblem.Refused;
        }

        await using var context = await contexts.CreateDbContextAsync(http.RequestAborted);
        await using var transaction = await context.Database.BeginTransactionAsync(http.RequestAborted);
        if (await context.Set<Passkey>().CountAsync(row => row.AccountId == account.Id, http.RequestAborted) >= Most)
        {
            return PasskeyProblem.Most;
        }

        context.Add(new Passkey
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            CredentialId = Base64Url.EncodeToString(made.Passkey.CredentialId),
            Name = called,
            PublicKey = Base64Url.EncodeToString(made.Passkey.PublicKey),
            SignCount = made.Passkey.SignCount,
            IsUserVerified = made.Passkey.IsUserVerified,
            IsBackupEligible = made.Passkey.IsBackupEligible,
            IsBackedUp = made.Passkey.IsBackedUp,
            MadeAt = now,
        });
        await context.SaveChangesAsync(http.RequestAborted);
        await transaction.CommitAsync(http.RequestAborted);
        return null;
    }

    /// <summary>Takes one of the caller's passkeys away; another's stays.</summary>
    public async Task RemoveAsync(Caller caller, Guid passkey, CancellationToken cancellationToken)
    {
        var account = caller.SignedIn();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Passkey>().Where(row => row.Id == passkey && row.AccountId == account).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<Account> HersAsync(Caller caller, CancellationToken cancellationToken)
    {
        var account = caller.Scopes is null ? await accounts.FindByIdAsync($"{caller.SignedIn():D}", cancellationToken) : null;
        caller.Must(account is not null);
        return account!;
    }
}
