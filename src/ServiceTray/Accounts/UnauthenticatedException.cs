using ServiceTray.Refusals;

namespace ServiceTray.Accounts;

/// <summary>Only somebody who has signed in may ask this.</summary>
internal sealed class UnauthenticatedException() : RefusalException(RefusalCodes.Unauthenticated, "Sign in first.");
