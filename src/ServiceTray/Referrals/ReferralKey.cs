namespace ServiceTray.Referrals;

/// <summary>The key of one referral, wrapped by the key ring; erasing it erases the person.</summary>
internal sealed class ReferralKey
{
    public required Guid Referral { get; init; }

    public required byte[] Wrapped { get; set; }
}
