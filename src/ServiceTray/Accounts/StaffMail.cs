using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Languages;
using ServiceTray.Outbox;

namespace ServiceTray.Accounts;

/// <summary>Where somebody who can sign in is written to, and in which language; null: it is not known.</summary>
internal sealed record StaffMail(Guid Account, string Address, Language? Language)
{
    /// <summary>Where an account is written to; null: nowhere.</summary>
    public static async Task<StaffMail?> OfAsync(TrayContext context, Guid? account, CancellationToken cancellationToken) =>
        Those(await context.Set<Account>().AsNoTracking().Where(row => row.Id == account).ToListAsync(cancellationToken)).FirstOrDefault();

    /// <summary>Where those are written to who have this very grant; who has no mail is not among them.</summary>
    public static async Task<IReadOnlyList<StaffMail>> OfAsync(TrayContext context, Role role, Guid? organisation, string? county, CancellationToken cancellationToken) =>
        [.. Those(await context.Set<Account>().AsNoTracking().Where(account => account.ClosedAt == null && context.Set<GivenGrant>().Any(given =>
            given.AccountId == account.Id && given.Role == role && given.Organisation == organisation && given.County == county)).ToListAsync(cancellationToken))];

    private static IEnumerable<StaffMail> Those(IEnumerable<Account> accounts) =>
        from account in accounts
        let address = account.Email ?? account.SignInName
        where MailAddresses.Fits(address)
        select new StaffMail(account.Id, address, account.Language);

    public override string ToString() => nameof(StaffMail);
}
