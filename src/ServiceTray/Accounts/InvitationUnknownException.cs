using ServiceTray.Refusals;

namespace ServiceTray.Accounts;

/// <summary>No open invitation has this code: it was never made, is used, or has ended, and no word which.</summary>
internal sealed class InvitationUnknownException() : RefusalException(RefusalCodes.NotFound, "No open invitation has this code.");
