namespace ServiceTray.Import;

/// <summary>A source as a whole cannot be taken in; nothing of it is.</summary>
internal sealed class ImportException(string message) : Exception(message)
{
    /// <summary>Whether an address answered that there is nothing.</summary>
    public bool IsNothingThere { get; init; }
}
