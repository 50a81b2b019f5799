using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>Lets people in by their password, and keeps their sessions.</summary>
internal sealed class SignInDesk(IDbContextFactory<TrayContext> contexts, PasswordHasher<Account> hasher, SignInGuard guard, TimeProvider clock)
{
    /// <summary>How long a sign-in lasts at most, however busy.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    // Checked when there is no such account, so that the answer takes as long.
    private readonly string nobodysHash = hasher.HashPassword(null!, RandomNumberGenerator.GetHexString(32));

    /// <summary>Starts a session for whom this name and password are; null: nobody's, closed, or tried too often from there, and no word which.</summary>
    public async Task<Session?> SignInAsync(string name, string password, KnownDevice? device, IPAddress? from, CancellationToken cancellationToken)
    {
        if (password.Length > NewAccount.LongestPassword)
        {
            return null;
        }

        var known = SignInNames.Read(name);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Set<Account>().FirstOrDefaultAsync(account => known != null && account.SignInName == known, cancellationToken);
        var hers = device?.For(account);
        var tried = guard.Take($"{account?.Id}{(account is null ? known : null)}", account?.FailedTries ?? 0, hers, from);
        var verdict = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? nobodysHash, password);
        if (tried is null || account is not { PasswordHash: not null, ClosedAt: null })
        {
            return null;
        }

        if (verdict == PasswordVerificationResult.Failed)
        {
            if (hers is null)
            {
                await CountFailureAsync(context, account.Id, cancellationToken);
            }

            return null;
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, password);
        }

        tried.WasRight();
        account.FailedTries = 0;
        await context.SaveChangesAsync(cancellationToken);
        return await StartAsync(account.Id, cancellationToken);
    }

    /// <summary>Starts a session for somebody who was found to be who she says.</summary>
    public async Task<Session> StartAsync(Guid account, CancellationToken cancellationToken, string? providerSession = null)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Session>().Where(row => row.EndsAt < now).ExecuteDeleteAsync(cancellationToken);
        var session = new Session { Id = Guid.CreateVersion7(now), AccountId = account, ProviderSession = providerSession, StartedAt = now, EndsAt = now + LongestSession };
        context.Add(session);
        await context.SaveChangesAsync(cancellationToken);
        return session;
    }

    /// <summary>Takes the language in which somebody signs in for hers, unless she has one, and tells by what her browser is known from now on.</summary>
    public async Task<KnownAccount> NoteAsync(Guid account, Language language, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Account>().Where(row => row.Id == account && row.Language == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Language, language), cancellationToken);
        return KnownAccount.Of(await context.Set<Account>().AsNoTracking().SingleAsync(row => row.Id == account, cancellationToken));
    }

    /// <summary>Ends a session: its cookie is nothing from now on.</summary>
    public async Task SignOutAsync(Guid session, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Session>().Where(row => row.Id == session).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Begins the count of failures anew, for she is in.</summary>
    public async Task ForgetFailuresAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Account>().Where(row => row.Id == account).ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedTries, 0), cancellationToken);
    }

    // Counted in the database, so that tries at the same moment are each counted.
    private static Task CountFailureAsync(TrayContext context, Guid account, CancellationToken cancellationToken) =>
        context.Set<Account>().Where(row => row.Id == account).ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedTries, row => row.FailedTries + 1), cancellationToken);
}
