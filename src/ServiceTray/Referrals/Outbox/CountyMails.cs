using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;

namespace ServiceTray.Referrals.Outbox;

/// <summary>Where a county's administrators are written to; those who have no mail are not among them.</summary>
internal static class CountyMails
{
    public static async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(TrayContext context, string? county, CancellationToken cancellationToken)
    {
        var found = await (
            from given in context.Set<GivenGrant>()
            join account in context.Set<Account>() on given.AccountId equals account.Id
            where given.Role == Role.CountyAdministrator && given.County == county && account.ClosedAt == null
            select new { account.Id, Mail = account.Email ?? account.SignInName }).Distinct().ToListAsync(cancellationToken);
        return found.Where(one => ContactForm.Fits(ContactChannel.Email, one.Mail ?? "")).ToDictionary(one => one.Id, one => one.Mail!);
    }
}
