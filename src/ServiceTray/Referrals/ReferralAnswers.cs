using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>What sending gives over GraphQL.</summary>
internal sealed record SendReferralPayload(ReferralShown? Referral, string? Code, IReadOnlyList<ReferralError> Errors);

/// <summary>What a move gives.</summary>
internal sealed record ReferralPayload(ReferralShown? Referral, IReadOnlyList<ReferralError> Errors);

/// <summary>What the client's own move gives.</summary>
internal sealed record ClientReferralPayload(ClientSight? Seen, IReadOnlyList<ReferralError> Errors);

/// <summary>Tells a refusal in the payload, where a rule says no.</summary>
internal static class ReferralAnswers
{
    public static async Task<ReferralPayload?> OfAsync(Func<Task<ReferralShown>> move)
    {
        try
        {
            return new(await move(), []);
        }
        catch (RefusalException refusal) when (ReferralError.IsRule(refusal))
        {
            return new(null, ReferralError.Of(refusal));
        }
    }
}
