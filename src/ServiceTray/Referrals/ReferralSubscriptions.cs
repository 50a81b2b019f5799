using ServiceTray.Accounts;

namespace ServiceTray.Referrals;

/// <summary>Referrals as they move, as watched over GraphQL.</summary>
internal static class ReferralSubscriptions
{
    public static IAsyncEnumerable<ReferralShown> ReferralMoved(ReferralWatcher watcher, StayingCaller staying, HttpContext http, CancellationToken cancellationToken) =>
        watcher.WatchAsync(again => staying.AgainAsync(http, again), cancellationToken);
}
