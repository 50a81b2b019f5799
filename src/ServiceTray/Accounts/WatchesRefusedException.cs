using ServiceTray.Refusals;

namespace ServiceTray.Accounts;

/// <summary>Somebody watches in as many places at once as one may.</summary>
internal sealed class WatchesRefusedException()
    : RefusalException(RefusalCodes.LimitExceeded, $"You watch in {OpenWatches.Most} places at once, which is the most: close one of them first.");
