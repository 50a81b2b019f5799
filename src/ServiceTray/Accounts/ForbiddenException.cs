using ServiceTray.Refusals;

namespace ServiceTray.Accounts;

/// <summary>The one signed in may not do this.</summary>
internal sealed class ForbiddenException() : RefusalException(RefusalCodes.Forbidden, "Your roles do not let you do this.");
