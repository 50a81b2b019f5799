namespace ServiceTray.Referrals;

/// <summary>Where a referral is on its way.</summary>
internal enum ReferralState
{
    Draft,
    AwaitingConsent,
    Sent,
    Received,
    NeedsInformation,
    Accepted,
    ContactAttempted,
    Waiting,
    InProgress,
    Completed,
    Declined,
    NotReached,
    Discontinued,
    Cancelled,
    DeclinedByClient,
    Withdrawn,
    Forwarded,
    Expired,
    EnteredInError,
}

/// <summary>What the states have in common.</summary>
internal static class ReferralStates
{
    /// <summary>The client has said no, or it should never have been: nobody sees the person any more.</summary>
    public static bool HidesPerson(this ReferralState state) => state is ReferralState.DeclinedByClient or ReferralState.Withdrawn or ReferralState.EnteredInError;

    /// <summary>Nothing is waited for from anybody.</summary>
    public static bool IsEnded(this ReferralState state) => state.HidesPerson() || state is ReferralState.Declined or ReferralState.NotReached or ReferralState.Discontinued
        or ReferralState.Cancelled or ReferralState.Completed or ReferralState.Forwarded or ReferralState.Expired;

    /// <summary>It has not left the sender.</summary>
    public static bool IsWithSender(this ReferralState state) => state is ReferralState.Draft or ReferralState.AwaitingConsent or ReferralState.Expired;
}
