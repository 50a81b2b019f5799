namespace ServiceTray.Accounts;

/// <summary>One sign-in that has not ended; the cookie names it, and without its row the cookie is nothing.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }
}
