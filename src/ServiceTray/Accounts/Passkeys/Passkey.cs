using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace ServiceTray.Accounts.Passkeys;

/// <summary>What lets an account in without its password: the public half of a key whose secret half lies in its owner's device.</summary>
internal sealed class Passkey
{
    public const int LongestName = 60;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>What the device calls it, in base64url.</summary>
    public required string CredentialId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>In base64url.</summary>
    public required string PublicKey { get; init; }

    /// <summary>How often the device says that it was used; always zero where it does not count.</summary>
    public required long SignCount { get; init; }

    public required bool IsUserVerified { get; init; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>As the framework wants it to check an answer.</summary>
    public UserPasskeyInfo ToInfo() => new(
        Base64Url.DecodeFromChars(CredentialId), Base64Url.DecodeFromChars(PublicKey), MadeAt, (uint)SignCount, transports: null, IsUserVerified, IsBackupEligible, IsBackedUp, attestationObject: [], clientDataJson: []);
}
