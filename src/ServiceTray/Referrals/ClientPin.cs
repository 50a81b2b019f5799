using Microsoft.AspNetCore.Identity;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>The PIN that a client chooses; only its hash is kept.</summary>
internal static class ClientPin
{
    private const int Shortest = 4;
    private const int Longest = 12;

    /// <exception cref="ReferralInvalidException">It is no PIN.</exception>
    public static string? HashOrNull(PasswordHasher<Referral> hasher, string? pin) => pin switch
    {
        null => null,
        { Length: >= Shortest and <= Longest } when pin.All(char.IsAsciiDigit) => hasher.HashPassword(null!, pin),
        _ => throw new ReferralInvalidException("pin", RefusalCodes.PinInvalid),
    };
}
