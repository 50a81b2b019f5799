using ServiceTray.Refusals;

namespace ServiceTray.Publishing.Reviews;

/// <summary>There is no such county of the caller's.</summary>
internal sealed class CountyUnknownException() : RefusalException(RefusalCodes.NotFound, "There is no such county of yours.");
