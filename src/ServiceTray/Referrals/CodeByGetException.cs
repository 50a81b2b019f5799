using ServiceTray.Refusals;

namespace ServiceTray.Referrals;

/// <summary>A code in an address stays in histories and logs.</summary>
internal sealed class CodeByGetException() : RefusalException(RefusalCodes.CodeByGet, "A code is asked by POST, so that it stays out of addresses.");
