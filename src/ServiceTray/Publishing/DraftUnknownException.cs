using ServiceTray.Refusals;

namespace ServiceTray.Publishing;

/// <summary>There is no such draft, or it is another organisation's, and no word which.</summary>
internal sealed class DraftUnknownException() : RefusalException(RefusalCodes.NotFound, "There is no such draft.");
