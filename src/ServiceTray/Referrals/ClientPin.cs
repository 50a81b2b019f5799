using Microsoft.AspNetCore.Identity;
using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>The PIN that a client chooses; only its hash is kept.</summary>
internal static class ClientPin
{
    private const int Shortest = 4;
    private const int Longest = 12;

    public static IReadOnlyList<ReferralProblem> Problems(string? pin, bool isNeeded = false) =>
        pin is { Length: >= Shortest and <= Longest } && pin.All(char.IsAsciiDigit) || (pin is null && !isNeeded) ? [] : [new("pin", RefusalCodes.PinInvalid)];

    /// <exception cref="ReferralInvalidException">It is no PIN.</exception>
    public static string? HashOrNull(PasswordHasher<Referral> hasher, string? pin) =>
        Problems(pin) is { Count: > 0 } problems ? throw new ReferralInvalidException(problems) : pin is null ? null : hasher.HashPassword(null!, pin);
}
