namespace ServiceTray.Refusals;

/// <summary>A page of that length is not given.</summary>
internal sealed class PageSizeInvalidException(int longest)
    : RefusalException(RefusalCodes.PageSizeInvalid, $"A page holds 0 to {longest}, asked from one end.");
