namespace ServiceTray.Referrals;

/// <summary>A referral as it is written, not yet checked.</summary>
internal sealed record ReferralDraft
{
    public required Guid Receiver { get; init; }

    public ReferralClient? Client { get; init; }

    public ReferralReason Reason { get; init; } = new();

    public ReferralTarget Target { get; init; } = ReferralTarget.CoordinatorDecides;

    public string? Survey { get; init; }

    /// <summary>The key of the survey that it sums up; null: the programme's.</summary>
    public string? SurveyKey { get; init; }

    public string? Tray { get; init; }

    /// <summary>Fields that she keeps from the recipient, though she may agree only later.</summary>
    public IReadOnlyList<ClientField> KeptBack { get; init; } = [];
}
