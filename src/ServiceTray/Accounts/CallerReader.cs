using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts.Agreements;
using ServiceTray.Data;

namespace ServiceTray.Accounts;

/// <summary>Reads who a session belongs to, with her grants as they are now.</summary>
internal sealed class CallerReader(IDbContextFactory<TrayContext> contexts, IEnumerable<ImpliedGrants> implied, TimeProvider clock)
{
    /// <summary>The person; null: the session has ended, or she may not sign in any more.</summary>
    public async Task<Caller?> OfSessionAsync(Guid session, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(
            context,
            from row in context.Set<Session>()
            join owner in context.Set<Account>() on row.AccountId equals owner.Id
            where row.Id == session && row.EndsAt > now
            select owner,
            cancellationToken);
    }

    /// <summary>Who an account is, whether she is signed in or not; null: it is closed, or none.</summary>
    public async Task<Caller?> OfAccountAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(context, context.Set<Account>().Where(row => row.Id == id), cancellationToken);
    }

    private async Task<Caller?> ReadAsync(TrayContext context, IQueryable<Account> found, CancellationToken cancellationToken)
    {
        if (await found.Where(row => row.ClosedAt == null).Select(row => new { row.Id, row.DisplayName }).FirstOrDefaultAsync(cancellationToken) is not { } account)
        {
            return null;
        }

        var grants = await context.Set<GivenGrant>().AsNoTracking().Where(given => given.AccountId == account.Id).ToListAsync(cancellationToken);
        return Caller.Person(account.Id, account.DisplayName, [.. WithImplied(grants.Select(given => given.Grant)), .. await AgreedAsync(context, account.Id, grants, cancellationToken)]);
    }

    /// <summary>Grants, and those that they bring with them.</summary>
    public IReadOnlyList<Grant> WithImplied(IEnumerable<Grant> grants)
    {
        var own = grants.ToList();
        return [.. own.Concat(own.SelectMany(grant => implied.SelectMany(one => one.Of(grant)))).Distinct()];
    }

    // A helper is one for whoever agreed, as long as a county names her.
    private static async Task<IReadOnlyList<Grant>> AgreedAsync(TrayContext context, Guid account, List<GivenGrant> grants, CancellationToken cancellationToken) => grants.Exists(given => given.Role == Role.Helper)
        ? [.. (await context.Set<HelperAgreement>().Where(row => row.Helper == account && row.EndedAt == null).Select(row => row.Organisation).ToListAsync(cancellationToken)).Select(organisation => new Grant(Role.Helper, organisation))]
        : [];
}
