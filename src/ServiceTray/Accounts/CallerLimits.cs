using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using ServiceTray.Codes;

namespace ServiceTray.Accounts;

/// <summary>How often one address may try what can be guessed at.</summary>
internal static class CallerLimits
{
    /// <summary>The policy of forms that take a password or a code.</summary>
    public const string SignIn = "sign-in";

    public static void Configure(RateLimiterOptions options, AccountSettings settings)
    {
        options.AddPolicy(SignIn, context => RateLimitPartition.GetTokenBucketLimiter(
            CallerNetwork.Of(context.Connection.RemoteIpAddress),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.TriesAtOnce,
                TokensPerPeriod = settings.TriesAMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }));
    }
}
