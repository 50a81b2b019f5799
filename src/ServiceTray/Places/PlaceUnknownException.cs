using ServiceTray.Refusals;

namespace ServiceTray.Places;

/// <summary>No place is known by these words; the nearest spellings are told.</summary>
internal sealed class PlaceUnknownException : RefusalException
{
    // The words themselves stay out of the message: messages are logged, places searched are not.
    /// <summary>With at most five spellings, nearest first.</summary>
    public PlaceUnknownException(IReadOnlyList<string> suggestions)
        : base(RefusalCodes.PlaceUnknown, suggestions.Count == 0 ? "The place is not known." : "The place is not known; something near it is.")
    {
        Suggestions = suggestions;
        Details = new Dictionary<string, object?> { ["suggestions"] = suggestions };
    }

    /// <summary>The nearest spellings, nearest first.</summary>
    public IReadOnlyList<string> Suggestions { get; }
}
