namespace ServiceTray.Accounts;

/// <summary>A one-time code that gives a grant to whoever is told it.</summary>
internal sealed class Invitation
{
    public required Guid Id { get; init; }

    public required string CodeHash { get; init; }

    public required Role Role { get; init; }

    public Guid? Organisation { get; init; }

    public string? County { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The account that invites; null: the start of the tray.</summary>
    public Guid? MadeBy { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public Guid? UsedBy { get; set; }

    public Grant Grant => new(Role, Organisation, County);
}
