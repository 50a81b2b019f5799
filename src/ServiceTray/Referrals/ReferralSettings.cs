namespace ServiceTray.Referrals;

/// <summary>How referrals are kept here; the defaults run.</summary>
internal sealed record ReferralSettings
{
    /// <summary>Whether the installation is declared fit for the client data of care.</summary>
    public bool IsForClientData { get; init; }

    /// <summary>Where the tray is reached from outside, for links in notices; null: only what people print tells one.</summary>
    public string? Address { get; init; }

    /// <summary>Where text messages are handed over; null: none are sent, and what is to be told waits.</summary>
    public Uri? TextGateway { get; init; }

    /// <summary>The token by which the gateway knows the tray.</summary>
    public string? TextGatewayToken { get; init; }

    /// <summary>Whether desks' programs may stand in the tray's own network, and be told without encryption on this machine itself.</summary>
    public bool CallsOwnNetwork { get; init; }
}
