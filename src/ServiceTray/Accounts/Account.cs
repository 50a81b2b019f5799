using ServiceTray.Languages;

namespace ServiceTray.Accounts;

/// <summary>Somebody who can sign in: by a password kept here, or by a provider that says who she is.</summary>
internal sealed class Account
{
    public const int LongestName = 200;

    public required Guid Id { get; init; }

    /// <summary>What she signs in with, an address or a name in small letters; null: a provider's.</summary>
    public string? SignInName { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>Where her provider says that she is written to, and that it has verified it; null: it says none, or has not.</summary>
    public string? Email { get; set; }

    /// <summary>In which language she is written to; null: she has not said.</summary>
    public Language? Language { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Wrong passwords since she was last let in, from devices that she was not let in with.</summary>
    public int FailedTries { get; set; }

    /// <summary>The provider that says who she is; null: nobody but the tray.</summary>
    public string? Issuer { get; init; }

    /// <summary>What the provider calls her.</summary>
    public string? Subject { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when she may not sign in; null: she may.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
