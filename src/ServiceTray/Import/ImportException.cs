namespace ServiceTray.Import;

/// <summary>A source as a whole cannot be taken in; nothing of it is.</summary>
internal sealed class ImportException(ImportFailure kind, string message) : Exception(message)
{
    /// <summary>What kind of trouble.</summary>
    public ImportFailure Kind => kind;

    /// <summary>Whether an address answered that there is nothing.</summary>
    public bool IsNothingThere { get; init; }
}
