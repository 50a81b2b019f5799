namespace ServiceTray.Search.Querying;

/// <summary>A text that finds something.</summary>
/// <param name="Text">The text, in lower case.</param>
/// <param name="Count">How many documents have its last word (when completing) or are found by it (when correcting), at least 1.</param>
public readonly record struct Completion(string Text, int Count);
