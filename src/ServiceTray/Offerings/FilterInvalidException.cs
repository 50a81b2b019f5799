using ServiceTray.Refusals;

namespace ServiceTray.Offerings;

/// <summary>A filter cannot be accepted as it stands.</summary>
internal sealed class FilterInvalidException : RefusalException
{
    /// <param name="argument">The argument of the filter.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="member">Which part of the argument it is, where it has several.</param>
    public FilterInvalidException(string argument, string message, string? member = null)
        : base(RefusalCodes.FilterInvalid, message) => (Details, Member) = (new Dictionary<string, object?> { ["argument"] = argument }, member ?? argument);

    /// <summary>The part of the filter that is wrong, as near as it is known.</summary>
    public string Member { get; }
}
