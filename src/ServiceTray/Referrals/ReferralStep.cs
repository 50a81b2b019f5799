namespace ServiceTray.Referrals;

/// <summary>One step of the way, without a word about the person; steps are only ever added.</summary>
internal sealed record ReferralStep(
    int Number,
    DateTimeOffset At,
    ReferralMove Move,
    ReferralState From,
    ReferralState To,
    ReferralRole By,
    Guid? Account,
    Guid? Unit,
    bool SpokenWish,
    ReasonCode? Reason)
{
    /// <summary>Who was the sender until another took it over.</summary>
    public Guid? Former { get; init; }
}
