namespace ServiceTray.Accounts.Handovers;

/// <summary>A one-time code by which an account goes to who holds its office next, as a chair's does.</summary>
internal sealed class AccountHandover
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required string CodeHash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
