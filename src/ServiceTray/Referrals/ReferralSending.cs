namespace ServiceTray.Referrals;

/// <summary>What was sent under a key that the sender's program gave.</summary>
internal sealed class ReferralSending
{
    public required Guid Sender { get; init; }

    public required string KeyHash { get; init; }

    /// <summary>A mark of what was sent, made with the referral's own key.</summary>
    public required string ContentMark { get; init; }

    public required Guid Referral { get; init; }
}
