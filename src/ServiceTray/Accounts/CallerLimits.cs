using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ServiceTray.Accounts;

/// <summary>How often one address may try what can be guessed at.</summary>
internal static class CallerLimits
{
    /// <summary>The policy of forms that take a password or a code.</summary>
    public const string SignIn = "sign-in";

    public static void Configure(RateLimiterOptions options, AccountSettings settings)
    {
        options.AddPolicy(SignIn, context => RateLimitPartition.GetTokenBucketLimiter(
            AddressOf(context),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.TriesAtOnce,
                TokensPerPeriod = settings.TriesAMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }));
    }

    // A household or an attacker has a whole /64 of IPv6.
    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is null ? "" : address.IsIPv4MappedToIPv6 || address.GetAddressBytes() is not { Length: 16 } bytes ? $"{address}" : Convert.ToHexString(bytes, 0, 8);
    }
}
