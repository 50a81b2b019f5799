namespace ServiceTray.Accounts;

/// <summary>A program that asks by a token; only the token's hash is kept.</summary>
internal sealed class MachineClient
{
    public const int LongestName = 100;

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>What its token is for, words of <see cref="Operation.Scope"/>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public required Role Role { get; init; }

    public Guid? Organisation { get; init; }

    public string? County { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required Guid MadeBy { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public Grant Grant => new(Role, Organisation, County);
}
