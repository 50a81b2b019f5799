using ServiceTray.Calendar;
using ServiceTray.Offerings;
using ServiceTray.Refusals;
using ServiceTray.Referrals.Programmes;

namespace ServiceTray.Referrals;

/// <summary>The low-threshold points that a programme may lead to: a recipient's own, with an agreement in force.</summary>
internal sealed class RecipientPoints(OfferingSearch search, OfferingReader reader, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Those of the programme's recipients, by name.</summary>
    public async Task<IReadOnlyList<PlacedOffering>> ReadAsync(Programme programme, CancellationToken cancellationToken)
    {
        if (!programme.LeadsToPoints)
        {
            return [];
        }

        var filter = new OfferingFilter { GuidancePoint = true, Organisations = [.. programme.Recipients.Select(party => $"{party.Organisation}")] };
        var found = search.FindFirst(filter, OfferingOrder.Name, Most);
        var today = HelsinkiTime.Day(clock.GetUtcNow());
        return [.. (await reader.ReadAsync([.. found.Hits.Select(hit => hit.Key)], cancellationToken)).Where(placed => IsOpen(placed.Offering, today))];
    }

    /// <summary>What is wrong with where it leads: a point that is named is one, in force, and the recipient's own; an activity is there.</summary>
    public async Task<IReadOnlyList<ReferralProblem>> ProblemsAsync(ReferralDraft draft, Programme programme, CancellationToken cancellationToken)
    {
        if (draft.Target is not { Kind: TargetKind.GuidancePoint or TargetKind.Activity, Id: { } id })
        {
            return [];
        }

        var placed = await reader.ReadAsync(id, cancellationToken);
        var isGood = draft.Target.Kind == TargetKind.Activity
            ? placed is not null
            : placed is not null && placed.Organisation.Id == draft.Receiver && programme.LeadsToPoints && IsOpen(placed.Offering, HelsinkiTime.Day(clock.GetUtcNow()));
        return isGood ? [] : [new("target", RefusalCodes.OfferingUnknown)];
    }

    private static bool IsOpen(Offering offering, DateOnly today) => offering is Activity { GuidancePoint: { } point } && point.IsInForce(today);
}
