using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Codes;
using ServiceTray.Data;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>Lets people in by what their device signs; an account that is locked stays so, and wrong answers lock it as wrong passwords do.</summary>
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

    /// <summary>Starts a session for whose device answered; null: nobody's, or the account is locked or closed, and no word which.</summary>
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
            await CountFailureAsync(credential, cancellationToken);
            return null;
        }

        if (answer.User.LockedUntil > now || !await NoteUseAsync(answer.Passkey, now, cancellationToken))
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

    private async Task CountFailureAsync(string credential, CancellationToken cancellationToken)
    {
        if (IdIn(credential) is not { } id)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(row => row.CredentialId == id, cancellationToken) is { } passkey)
        {
            await sessions.CountFailureAsync(passkey.AccountId, cancellationToken);
        }
    }

    private static string? IdIn(string credential)
    {
        try
        {
            using var read = JsonDocument.Parse(credential);
            return read.RootElement.ValueKind == JsonValueKind.Object && read.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a text in it that is none.
            return null;
        }
    }
}
