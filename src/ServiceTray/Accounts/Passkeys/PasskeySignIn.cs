using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>Lets people in by what their device signs; nobody guesses that, so however often a password was tried, it is taken.</summary>
internal sealed class PasskeySignIn(
    IDbContextFactory<TrayContext> contexts, IPasskeyHandler<Account> handler, PasskeyAnswers answers, SignInDesk sessions, Sealer sealer, TimeProvider clock)
{
    /// <summary>What to ask a device for, as JSON; it names no account, so it tells of none.</summary>
    public async Task<string> AskAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(user: null, http);
        new PasskeyChallenge(Guid.CreateVersion7(clock.GetUtcNow()), Account: null, asked.AssertionState!, clock.GetUtcNow() + PasskeyChallenge.GoodFor).Give(http, sealer);
        return asked.RequestOptionsJson;
    }

    /// <summary>Starts a session for whose device answered; null: nobody's, or of an account that is closed, and no word which.</summary>
    public async Task<Session?> SignInAsync(HttpContext http, string credential)
    {
        var (now, cancellationToken) = (clock.GetUtcNow(), http.RequestAborted);
        if (PasskeyChallenge.Take(http, sealer, account: null, now) is not { } challenge || !await answers.IsFirstAsync(challenge, cancellationToken))
        {
            return null;
        }

        var answer = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = challenge.State });
        if (!answer.Succeeded)
        {
            return null;
        }

        if (!await NoteUseAsync(answer.Passkey, now, cancellationToken))
        {
            return null;
        }

        await sessions.ForgetFailuresAsync(answer.User.Id, cancellationToken);
        return await sessions.StartAsync(answer.User.Id, cancellationToken);
    }

    // Of two answers with one count at the same moment only one counts on.
    private async Task<bool> NoteUseAsync(UserPasskeyInfo used, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, count) = (Base64Url.EncodeToString(used.CredentialId), (long)used.SignCount);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Passkey>()
            .Where(row => row.CredentialId == id && (row.SignCount < count || (count == 0 && row.SignCount == 0)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.SignCount, count).SetProperty(row => row.IsBackedUp, used.IsBackedUp).SetProperty(row => row.UsedAt, now), cancellationToken) == 1;
    }
}
