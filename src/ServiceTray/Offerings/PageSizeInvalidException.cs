using ServiceTray.Refusals;

namespace ServiceTray.Offerings;

/// <summary>A page that cannot be given.</summary>
internal sealed class PageSizeInvalidException()
    : RefusalException(RefusalCodes.PageSizeInvalid, "A page holds 0 to 100, asked with first and after or with last and before.");
