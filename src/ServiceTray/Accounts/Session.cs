namespace ServiceTray.Accounts;

/// <summary>One sign-in that has not ended; the cookie names it, and without its row the cookie is nothing.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>What the provider calls its own session by which she signed in; null: she did not, or it told none.</summary>
    public string? ProviderSession { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }
}
