namespace ServiceTray.Refusals;

/// <summary>A rule says no; each edge shows it in its own way, by its code.</summary>
internal abstract class RefusalException(string code, string message) : Exception(message)
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>One of <see cref="RefusalCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>What helps the caller on, as <c>suggestions</c> or <c>argument</c>; shown beside the code.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; protected init; } = None;
}
