using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>Lets people in by their password, and keeps their sessions.</summary>
internal sealed class SignInDesk(IDbContextFactory<TrayContext> contexts, PasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Wrong passwords in a row before an account is locked.</summary>
    public const int MostTries = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>How long a sign-in lasts at most, however busy.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    // Checked when there is no such account, so that the answer takes as long.
    private readonly string nobodysHash = hasher.HashPassword(null!, RandomNumberGenerator.GetHexString(32));

    /// <summary>Starts a session for whom this name and password are; null: nobody's, or the account is locked or closed, and no word which.</summary>
    public async Task<Session?> SignInAsync(string name, string password, CancellationToken cancellationToken)
    {
        if (password.Length > NewAccount.LongestPassword)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var known = SignInNames.Read(name);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Set<Account>().FirstOrDefaultAsync(account => known != null && account.SignInName == known, cancellationToken);
        var verdict = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? nobodysHash, password);
        if (account is not { PasswordHash: not null, ClosedAt: null } || account.LockedUntil > now)
        {
            return null;
        }

        if (verdict == PasswordVerificationResult.Failed)
        {
            await CountFailureAsync(account.Id, cancellationToken);
            return null;
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
        }

        (account.FailedTries, account.LockedUntil) = (0, null);
        await context.SaveChangesAsync(cancellationToken);
        return await StartAsync(account.Id, cancellationToken);
    }

    /// <summary>Starts a session for somebody who was found to be who she says.</summary>
    public async Task<Session> StartAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Session>().Where(row => row.EndsAt < now).ExecuteDeleteAsync(cancellationToken);
        var session = new Session { Id = Guid.CreateVersion7(now), AccountId = account, StartedAt = now, EndsAt = now + LongestSession };
        context.Add(session);
        await context.SaveChangesAsync(cancellationToken);
        return session;
    }

    /// <summary>Ends a session: its cookie is nothing from now on.</summary>
    public async Task SignOutAsync(Guid session, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Session>().Where(row => row.Id == session).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Counts what did not let its account in; too many in a row lock it.</summary>
    public async Task CountFailureAsync(Guid account, CancellationToken cancellationToken)
    {
        // Counted in the database, so that tries at the same moment are each counted.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (rows, until) = (context.Set<Account>().Where(row => row.Id == account), clock.GetUtcNow() + LockedFor);
        await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedTries, row => row.FailedTries + 1), cancellationToken);
        await rows.Where(row => row.FailedTries >= MostTries).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.FailedTries, 0).SetProperty(row => row.LockedUntil, until), cancellationToken);
    }

    /// <summary>Begins the count of failures anew, for she is in.</summary>
    public async Task ForgetFailuresAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Account>().Where(row => row.Id == account).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.FailedTries, 0).SetProperty(row => row.LockedUntil, (DateTimeOffset?)null), cancellationToken);
    }
}
