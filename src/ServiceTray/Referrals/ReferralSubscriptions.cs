using ServiceTray.Accounts;

namespace ServiceTray.Referrals;

/// <summary>Referrals as they move, as watched over GraphQL.</summary>
internal static class ReferralSubscriptions
{
    public static IAsyncEnumerable<ReferralShown> ReferralMoved(
        ReferralWatcher watcher, OpenWatches watches, CurrentCaller current, StayingCaller staying, HttpContext http, CancellationToken cancellationToken)
    {
        // Closed with the request, however it ends.
        http.Response.RegisterForDispose(watches.Open(current.Caller));
        return watcher.WatchAsync(again => staying.AgainAsync(http, again), cancellationToken);
    }
}
