using Microsoft.EntityFrameworkCore;
using ServiceTray.Accounts;
using ServiceTray.Data;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Keeps what was seen of each link person: training, confidentiality, record check.</summary>
internal sealed class LinkPersonKeeper(IDbContextFactory<TrayContext> contexts, ProgrammeShelf programmes)
{
    /// <summary>Those of a desk who may get a case.</summary>
    public async Task<IReadOnlyList<LinkPerson>> FitAsync(Guid organisation, CancellationToken cancellationToken) =>
        [.. (await AllAsync([organisation], cancellationToken)).Where(person => person.IsFit)];

    /// <summary>Everybody who has the role at these desks, or in a county that they receive for, with what was seen of her.</summary>
    public async Task<IReadOnlyList<LinkPerson>> AllAsync(IReadOnlyList<Guid> organisations, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counties = organisations.SelectMany(programmes.CountiesOf).Distinct().ToList();
        var given = await context.Set<GivenGrant>().AsNoTracking()
            .Where(grant => grant.Role == Role.LinkPerson && ((grant.Organisation != null && organisations.Contains(grant.Organisation.Value)) || (grant.County != null && counties.Contains(grant.County)))).ToListAsync(cancellationToken);
        var walks = organisations.SelectMany(desk => given.Where(grant => grant.Organisation == desk || (grant.County is { } county && programmes.CountiesOf(desk).Contains(county)))
            .Select(grant => (grant.AccountId, Desk: desk))).Distinct().ToList();
        var accounts = walks.Select(walk => walk.AccountId).ToList();
        var names = await context.Set<Account>().Where(account => accounts.Contains(account.Id) && account.ClosedAt == null).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellationToken);
        var seen = await context.Set<LinkPerson>().AsNoTracking().Where(person => organisations.Contains(person.Organisation)).ToListAsync(cancellationToken);
        return
        [
            .. from walk in walks
               where names.ContainsKey(walk.AccountId)
               let known = seen.Find(person => person.Account == walk.AccountId && person.Organisation == walk.Desk)
               orderby names[walk.AccountId]
               select new LinkPerson
               {
                   Account = walk.AccountId,
                   Organisation = walk.Desk,
                   Name = names[walk.AccountId],
                   TrainedOn = known?.TrainedOn,
                   ConfidentialityOn = known?.ConfidentialityOn,
                   RecordCheckOn = known?.RecordCheckOn,
               },
        ];
    }

    /// <summary>A coordinator of the desk tells what she has seen.</summary>
    /// <exception cref="ForbiddenException">The desk is not hers.</exception>
    public async Task SaveAsync(LinkPerson told, Caller caller, CancellationToken cancellationToken)
    {
        caller.Must(caller.IsAt(told.Organisation, Role.Coordinator));
        if ((await AllAsync([told.Organisation], cancellationToken)).All(person => person.Account != told.Account))
        {
            throw new ReferralUnknownException();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var person = await context.Set<LinkPerson>().FirstOrDefaultAsync(one => one.Account == told.Account && one.Organisation == told.Organisation, cancellationToken);
        if (person is null)
        {
            context.Add(told);
        }
        else
        {
            (person.TrainedOn, person.ConfidentialityOn, person.RecordCheckOn) = (told.TrainedOn, told.ConfidentialityOn, told.RecordCheckOn);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
