using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;

namespace ServiceTray.Accounts.Agreements;

/// <summary>Lets an organisation agree with a helper whom a county has named, and either of them end it; what is another's is as if it was not there.</summary>
internal sealed class HelperDesk(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    /// <summary>The helpers that counties have named, by name.</summary>
    public async Task<IReadOnlyList<HelperPerson>> HelpersAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from given in context.Set<GivenGrant>()
            join account in context.Set<Account>() on given.AccountId equals account.Id
            where given.Role == Role.Helper && given.County != null && account.ClosedAt == null
            orderby account.DisplayName
            select new { account.Id, account.DisplayName, given.County }).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => (row.Id, row.DisplayName)).Select(group => new HelperPerson(group.Key.Id, group.Key.DisplayName, [.. group.Select(row => row.County!)]))];
    }

    /// <summary>The agreements of the caller's organisations and, if she is a helper, of her own; those in force first, then the last that ended.</summary>
    public async Task<IReadOnlyList<AgreedHelp>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (organisations, self) = (caller.OrganisationsAs(Role.Publisher), caller.SignedIn());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from agreement in context.Set<HelperAgreement>().AsNoTracking()
            join account in context.Set<Account>() on agreement.Helper equals account.Id
            where organisations.Contains(agreement.Organisation) || agreement.Helper == self
            select new { agreement, account.DisplayName }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.agreement.EndedAt is not null).ThenByDescending(row => row.agreement.EndedAt ?? row.agreement.AgreedAt).Select(row => new AgreedHelp(row.agreement, row.DisplayName))];
    }

    /// <summary>Agrees for an organisation; what is agreed already stays as it is.</summary>
    /// <exception cref="HelperUnknownException">The organisation is not hers, or the helper is none.</exception>
    public async Task<AgreedHelp> AgreeAsync(Caller caller, Guid organisation, Guid helper, CancellationToken cancellationToken)
    {
        var found = caller.IsAt(organisation, Role.Publisher) && helper != caller.Id
            ? (await HelpersAsync(cancellationToken)).FirstOrDefault(known => known.Account == helper) ?? throw new HelperUnknownException()
            : throw new HelperUnknownException();
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await InForce(context, organisation, helper).FirstOrDefaultAsync(cancellationToken) is { } known)
        {
            return new AgreedHelp(known, found.Name);
        }

        var made = new HelperAgreement { Id = Guid.CreateVersion7(now), Organisation = organisation, Helper = helper, AgreedAt = now, AgreedBy = caller.SignedIn() };
        context.Add(made);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return new AgreedHelp(made, found.Name);
        }
        catch (DbUpdateException)
        {
            // Another of the organisation's agreed at the same moment.
            return new AgreedHelp(await InForce(context, organisation, helper).FirstAsync(cancellationToken), found.Name);
        }
    }

    /// <summary>Ends an agreement at once, for the organisation or for the helper; one that has ended stays so.</summary>
    /// <exception cref="HelperUnknownException">It is neither's.</exception>
    public async Task<AgreedHelp> EndAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Set<HelperAgreement>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (row is null || !(row.Helper == caller.Id || caller.IsAt(row.Organisation, Role.Publisher)))
        {
            throw new HelperUnknownException();
        }

        if (row.EndedAt is null)
        {
            (row.EndedAt, row.EndedBy) = (clock.GetUtcNow(), caller.SignedIn());
            await context.SaveChangesAsync(cancellationToken);
        }

        return new AgreedHelp(row, await context.Set<Account>().Where(account => account.Id == row.Helper).Select(account => account.DisplayName).FirstAsync(cancellationToken));
    }

    private static IQueryable<HelperAgreement> InForce(TrayContext context, Guid organisation, Guid helper) =>
        context.Set<HelperAgreement>().AsNoTracking().Where(row => row.Organisation == organisation && row.Helper == helper && row.EndedAt == null);
}

/// <summary>Somebody whom counties have named to help organisations, with the counties' codes.</summary>
internal sealed record HelperPerson(Guid Account, string Name, IReadOnlyList<string> Counties);

/// <summary>An agreement with the helper's name.</summary>
internal sealed record AgreedHelp(HelperAgreement Agreement, string HelperName);
