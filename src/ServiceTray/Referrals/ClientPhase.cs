namespace ServiceTray.Referrals;

/// <summary>How far it is, in the few words that a code alone may show.</summary>
internal enum ClientPhase
{
    WaitsForYou,
    OnItsWay,
    BeingHandled,
    Closed,
}

/// <summary>The phases of the states.</summary>
internal static class ClientPhases
{
    public static ClientPhase Of(ReferralState state) => state switch
    {
        ReferralState.AwaitingConsent => ClientPhase.WaitsForYou,
        ReferralState.Draft or ReferralState.Sent => ClientPhase.OnItsWay,
        _ when state.IsEnded() => ClientPhase.Closed,
        _ => ClientPhase.BeingHandled,
    };
}
