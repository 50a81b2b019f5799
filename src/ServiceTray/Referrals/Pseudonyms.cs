using System.Security.Cryptography;

namespace ServiceTray.Referrals;

/// <summary>Makes names for the log that tell nothing, not even when.</summary>
internal static class Pseudonyms
{
    public static Guid New() => new(RandomNumberGenerator.GetBytes(16));
}
