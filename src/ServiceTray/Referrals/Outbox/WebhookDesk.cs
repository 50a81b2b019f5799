using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Codes;
using ServiceTray.Data;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Keeps where each desk's own program is told.</summary>
internal sealed class WebhookDesk(IDbContextFactory<TrayContext> contexts, ReferralSettings settings, CallerReader callers, StaffTeller teller, Sealer sealer, TimeProvider clock)
{
    private const string Purpose = "webhook";
    private const int SecretBytes = 32;
    private const int LongestUrl = 500;

    /// <summary>Sets it, and tells the secret by which the program knows the calls; it cannot be told again.</summary>
    /// <exception cref="ForbiddenException">The desk is not the caller's.</exception>
    /// <exception cref="ReferralInvalidException">No program can be told there.</exception>
    public async Task<string> SetAsync(Guid organisation, string url, Caller caller, CancellationToken cancellationToken)
    {
        caller.Must(caller.IsAt(organisation, Role.Coordinator));
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || !MayBeCalled(address))
        {
            throw new ReferralInvalidException("url", RefusalCodes.ContactInvalid);
        }

        var secret = WebhookClient.SecretStart + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Set<ReferralWebhook>().Where(hook => hook.Organisation == organisation).ExecuteDeleteAsync(cancellationToken);
        context.Add(new ReferralWebhook { Organisation = organisation, Url = address.ToString(), Secret = sealer.Seal(Purpose, secret), SetBy = await SetterAsync(context, caller, cancellationToken), SetAt = clock.GetUtcNow() });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return secret;
    }

    // A program's word is that of whoever made its token.
    private static async Task<Guid> SetterAsync(TrayContext context, Caller caller, CancellationToken cancellationToken) =>
        await context.Set<MachineClient>().Where(program => program.Id == caller.Id).Select(program => (Guid?)program.MadeBy).FirstOrDefaultAsync(cancellationToken) ?? caller.SignedIn();

    private bool MayBeCalled(Uri address) => address.UserInfo.Length == 0
        && (settings.CallsOwnNetwork
            ? address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" }
            : address.Scheme == Uri.UriSchemeHttps && PublicNetwork.MayHave(address));

    /// <summary>Tells no program any more.</summary>
    public async Task EndAsync(Guid organisation, Caller caller, CancellationToken cancellationToken)
    {
        caller.Must(caller.IsAt(organisation, Role.Coordinator));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<ReferralWebhook>().Where(hook => hook.Organisation == organisation).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Ends those whose setter has no say at the desk any more, since the calls may go to her, and tells the desk's coordinators to set it anew.</summary>
    public async Task EndLeftAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var hook in await context.Set<ReferralWebhook>().AsNoTracking().Where(hook => hook.SetBy != null).ToListAsync(cancellationToken))
        {
            var atDesk = new Grant(Role.Coordinator, hook.Organisation);
            if (await callers.OfAccountAsync(hook.SetBy!.Value, cancellationToken) is { } setter && (setter.IsAt(hook.Organisation, Role.Coordinator) || GrantRule.MayGive(setter, atDesk)))
            {
                continue;
            }

            // What a colleague has set in the meantime stays.
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            if (await context.Set<ReferralWebhook>().Where(row => row.Organisation == hook.Organisation && row.Secret == hook.Secret).ExecuteDeleteAsync(cancellationToken) == 1)
            {
                await teller.AddAsync(context, atDesk, Pages.ReferralPaths.Webhooks, Texts.In, "Webhooks.Left.Mail", cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Where those of these desks are told that have a program.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> UrlsAsync(IReadOnlyList<Guid> organisations, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<ReferralWebhook>().Where(hook => organisations.Contains(hook.Organisation)).ToDictionaryAsync(hook => hook.Organisation, hook => hook.Url, cancellationToken);
    }

    /// <summary>The secret as it signs; null: its key is gone.</summary>
    public string? SecretOf(string sealedSecret) => sealer.OpenOrNull<string>(Purpose, sealedSecret);
}
