using ServiceTray.Refusals;

namespace ServiceTray.Offerings.Duplicates;

/// <summary>A pair that cannot be joined any more.</summary>
internal sealed class PairOvertakenException() : RefusalException(RefusalCodes.PairOvertaken, "One of the two is gone, or was joined with another meanwhile.");
