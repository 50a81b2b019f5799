using ServiceTray.Refusals;

namespace ServiceTray.Publishing.Confirmations;

/// <summary>There is no such break: it is over, longer than a year, or of what has no breaks here.</summary>
internal sealed class BreakInvalidException() : RefusalException(RefusalCodes.BreakInvalid, "A break ends after today and within a year.");
