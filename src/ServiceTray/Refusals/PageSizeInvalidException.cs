namespace ServiceTray.Refusals;

/// <summary>A page of that length is not given.</summary>
internal sealed class PageSizeInvalidException : RefusalException
{
    public PageSizeInvalidException(int longest, string argument = "first")
        : base(RefusalCodes.PageSizeInvalid, $"A page holds 0 to {longest}, asked from one end.") => Details = new Dictionary<string, object?> { ["argument"] = argument };
}
