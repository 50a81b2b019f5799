using ServiceTray.Refusals;

namespace ServiceTray.Accounts;

/// <summary>A machine client cannot be made so.</summary>
internal sealed class MachineClientInvalidException()
    : RefusalException(RefusalCodes.AccountInvalid, "A machine client has a name and at least one scope that is known.");
