using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Languages;

namespace ServiceTray.Accounts.Provider;

/// <summary>Keeps an account for each person that the provider names, with the grants that its claims give now.</summary>
internal sealed class ProviderDesk(IDbContextFactory<TrayContext> contexts, SignInDesk sessions, ProviderSettings settings, GivenAway givenAway, TimeProvider clock, ILogger<ProviderDesk> log)
{
    /// <summary>Starts a session for whom the claims name.</summary>
    /// <exception cref="AuthenticationFailureException">Her account here is closed.</exception>
    public async Task<Session> SignInAsync(ClaimsIdentity claims, Language asked, CancellationToken cancellationToken)
    {
        var (issuer, subject, now) = (settings.Authority, claims.FindFirst("sub")!.Value, clock.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var account = await context.Set<Account>().FirstOrDefaultAsync(row => row.Issuer == issuer && row.Subject == subject, cancellationToken);
        if (account is null)
        {
            account = new Account { Id = Guid.CreateVersion7(now), DisplayName = NameOf(claims), Issuer = issuer, Subject = subject, CreatedAt = now };
            context.Add(account);
        }

        if (account.ClosedAt is not null)
        {
            throw new AuthenticationFailureException("The account is closed.");
        }

        (account.DisplayName, account.Email) = (NameOf(claims), MailOf(claims));
        account.Language ??= LanguageTags.Read(claims.FindFirst("locale")?.Value) ?? asked;
        await context.Set<GivenGrant>().Where(row => row.AccountId == account.Id && row.IsClaimed).ExecuteDeleteAsync(cancellationToken);
        context.AddRange((await GrantsOfAsync(context, claims, cancellationToken)).Select(grant => AccountKeeper.Given(account.Id, grant, null, now, isClaimed: true)));
        await context.SaveChangesAsync(cancellationToken);
        await givenAway.EndLostAsync(context, account.Id, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await sessions.StartAsync(account.Id, cancellationToken, claims.FindFirst("sid")?.Value);
    }

    /// <summary>Ends what the provider says is over: the session that it names, or, of somebody, all; of one that began without a name likewise.</summary>
    public async Task EndAsync(LogoutWish wish, CancellationToken cancellationToken)
    {
        var (issuer, subject, named) = (settings.Authority, wish.Subject, wish.Session);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<Session>()
            .Where(row => context.Set<Account>().Any(account => account.Id == row.AccountId && account.Issuer == issuer && (subject == null || account.Subject == subject)))
            .Where(row => named == null || row.ProviderSession == named || (subject != null && row.ProviderSession == null))
            .ExecuteDeleteAsync(cancellationToken);
    }

    // One that nobody has verified may be another's.
    private static string? MailOf(ClaimsIdentity claims) =>
        claims.FindFirst("email")?.Value is { Length: <= Account.LongestName } told && bool.TryParse(claims.FindFirst("email_verified")?.Value, out var verified) && verified ? told : null;

    private string NameOf(ClaimsIdentity claims)
    {
        var told = claims.FindFirst(settings.NameClaim)?.Value;
        var name = string.Concat(ReadableText.Of(string.IsNullOrWhiteSpace(told) ? claims.FindFirst("sub")!.Value : told).Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return name.Length <= Account.LongestName ? name : name[..Account.LongestName];
    }

    // Each role that is told, at the organisation and in the county that are told, wherever the role can stand; of the whole only where the settings say so.
    private async Task<IReadOnlyList<Grant>> GrantsOfAsync(TrayContext context, ClaimsIdentity claims, CancellationToken cancellationToken)
    {
        var organisations = new List<Guid>();
        foreach (var told in claims.FindAll(settings.OrganisationClaim).Select(claim => claim.Value))
        {
            var id = Guid.TryParse(told, out var key) ? key : Guid.Empty;
            organisations.AddRange(await context.Organisations.Where(body => body.Id == id || body.BusinessId == told).Select(body => body.Id).ToListAsync(cancellationToken));
        }

        var counties = claims.FindAll(settings.CountyClaim).Select(claim => claim.Value).ToList();
        var grants = new HashSet<Grant>();
        foreach (var word in claims.FindAll(settings.RoleClaim).Select(claim => claim.Value).Distinct())
        {
            if (!settings.Roles.TryGetValue(word, out var name) || PublicWords.Read<Role>(name) is not { } role)
            {
                continue;
            }

            var places = organisations.Select(id => (Organisation: (Guid?)id, County: (string?)null)).Concat(counties.Select(code => (Organisation: (Guid?)null, County: (string?)code)));
            IReadOnlyList<Grant> here = settings.IsEverywhere(word, role)
                ? [new Grant(role)]
                : [.. places.Where(place => Grant.MayStand(role, place.Organisation, place.County)).Select(place => new Grant(role, place.Organisation, place.County))];
            grants.UnionWith(here);
            if (here.Count == 0)
            {
                log.LogWarning("The provider claims the role {Role} without a place where it can be; it was not given.", role);
            }
        }

        return [.. grants];
    }
}
