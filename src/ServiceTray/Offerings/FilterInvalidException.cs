using ServiceTray.Refusals;

namespace ServiceTray.Offerings;

/// <summary>A filter cannot be accepted as it stands.</summary>
internal sealed class FilterInvalidException : RefusalException
{
    public FilterInvalidException(string argument, string message)
        : base(RefusalCodes.FilterInvalid, message) => Details = new Dictionary<string, object?> { ["argument"] = argument };
}
