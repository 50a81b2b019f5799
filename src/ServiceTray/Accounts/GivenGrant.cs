namespace ServiceTray.Accounts;

/// <summary>A grant that an account has, with when and by whom it was given.</summary>
internal sealed class GivenGrant
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Role Role { get; init; }

    public Guid? Organisation { get; init; }

    public string? County { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The account that gave it; null: the start of the tray, or the provider.</summary>
    public Guid? GivenBy { get; init; }

    /// <summary>Whether a provider's claims gave it: those are given anew at each sign-in.</summary>
    public bool IsClaimed { get; init; }

    public Grant Grant => new(Role, Organisation, County);
}
