namespace ServiceTray.Trays;

/// <summary>A tray as it is stored.</summary>
internal sealed class KeptTray
{
    public required Guid Id { get; init; }

    public required string CodeHash { get; init; }

    public required string EditKeyHash { get; init; }

    /// <summary>A <see cref="TrayContents"/>, sealed.</summary>
    public required string Contents { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
