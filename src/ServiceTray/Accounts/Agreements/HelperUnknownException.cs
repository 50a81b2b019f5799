using ServiceTray.Refusals;

namespace ServiceTray.Accounts.Agreements;

/// <summary>There is no such helper, organisation or agreement of the caller's.</summary>
internal sealed class HelperUnknownException() : RefusalException(RefusalCodes.NotFound, "There is no such helper or agreement of yours.");
