namespace ServiceTray.Referrals.Outbox;

/// <summary>Where a desk's own program is told.</summary>
internal sealed class ReferralWebhook
{
    public required Guid Organisation { get; init; }

    public required string Url { get; set; }

    /// <summary>The secret that signs the calls, sealed.</summary>
    public required string Secret { get; set; }

    /// <summary>Who set it, and chose where the calls go; null: it was set before that was written down.</summary>
    public required Guid? SetBy { get; init; }

    public required DateTimeOffset SetAt { get; set; }
}
