namespace ServiceTray.Referrals;

/// <summary>How referrals are kept here; the defaults run.</summary>
internal sealed record ReferralSettings
{
    /// <summary>Whether the installation is declared fit for the client data of care.</summary>
    public bool IsForClientData { get; init; }

    /// <summary>Where the tray is reached from outside, for links in notices; null: notices tell no link.</summary>
    public string? Address { get; init; }
}
