using Microsoft.EntityFrameworkCore;
using ServiceTray.Data;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>Tells before sending how a desk stands: whether it takes on, and how many wait there; and lets a desk say so.</summary>
internal sealed class DeskTeller(IDbContextFactory<TrayContext> contexts, TimeProvider clock)
{
    private static readonly ReferralState[] Open =
        [ReferralState.Sent, ReferralState.Received, ReferralState.NeedsInformation, ReferralState.Accepted, ReferralState.ContactAttempted, ReferralState.Waiting];

    public async Task<IReadOnlyList<DeskShown>> ReadAsync(Programme programme, CancellationToken cancellationToken)
    {
        var ids = programme.Recipients.Select(party => party.Organisation).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await context.Set<Referral>().Where(referral => ids.Contains(referral.Receiver) && Open.Contains(referral.State))
            .GroupBy(referral => referral.Receiver).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var full = await context.Set<DeskStanding>().Where(desk => ids.Contains(desk.Organisation) && !desk.TakesOn).Select(desk => desk.Organisation).ToListAsync(cancellationToken);
        return [.. programme.Recipients.Select(party => new DeskShown(party, !full.Contains(party.Organisation), counts.GetValueOrDefault(party.Organisation)))];
    }

    /// <summary>The desks of these that take on nobody now.</summary>
    public async Task<IReadOnlyList<Guid>> FullAsync(IReadOnlyList<Guid> organisations, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<DeskStanding>().Where(desk => organisations.Contains(desk.Organisation) && !desk.TakesOn).Select(desk => desk.Organisation).ToListAsync(cancellationToken);
    }

    /// <summary>A desk says whether it takes on.</summary>
    public async Task TellAsync(Guid organisation, bool takesOn, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await context.Set<DeskStanding>().FirstOrDefaultAsync(desk => desk.Organisation == organisation, cancellationToken) is { } standing)
        {
            (standing.TakesOn, standing.ToldAt) = (takesOn, now);
        }
        else
        {
            context.Add(new DeskStanding { Organisation = organisation, TakesOn = takesOn, ToldAt = now });
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>A recipient, and how its desk stands.</summary>
internal sealed record DeskShown(ProgrammeParty Party, bool TakesOn, int OpenCount);
