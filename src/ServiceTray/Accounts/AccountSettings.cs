using ServiceTray.Accounts.Provider;

namespace ServiceTray.Accounts;

/// <summary>What sign-in is started with; every value has a default that runs.</summary>
internal sealed record AccountSettings
{
    /// <summary>Wrong passwords and codes that one network has at once.</summary>
    public int TriesAtOnce { get; init; } = 30;

    /// <summary>How many of them come back in a minute.</summary>
    public int TriesAMinute { get; init; } = 10;

    /// <summary>Where people find the tray, for which passkeys are made; null: the host that each request asks.</summary>
    public Uri? Address { get; init; }

    /// <summary>The provider that says who people are; null: local accounts alone.</summary>
    public ProviderSettings? Provider { get; init; }
}
