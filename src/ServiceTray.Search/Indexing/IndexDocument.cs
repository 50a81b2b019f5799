using ServiceTray.Search.Geography;

namespace ServiceTray.Search.Indexing;

/// <summary>One document as it is given to the index; what it does not tell is empty.</summary>
public sealed record IndexDocument
{
    /// <summary>The lasting key; a later document of the same key takes the place of an earlier one.</summary>
    public required Guid Key { get; init; }

    /// <summary>Searched texts, any number for each field and language.</summary>
    public IReadOnlyList<DocumentText> Texts { get; init; } = [];

    /// <summary>Exact values by keyword field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Numbers by number field.</summary>
    public IReadOnlyDictionary<string, double> Numbers { get; init; } = new Dictionary<string, double>();

    /// <summary>Where it is; none, one or several points.</summary>
    public IReadOnlyList<GeoPoint> Points { get; init; } = [];

    /// <summary>Codes of the regions it reaches besides its points; a query near a point names the codes that cover the point.</summary>
    public IReadOnlyList<string> Coverage { get; init; } = [];

    /// <summary>When it happens, soonest first.</summary>
    public IReadOnlyList<TimeRange> Times { get; init; } = [];

    /// <summary>The text that order by name sorts by.</summary>
    public string SortName { get; init; } = "";

    /// <summary>When it was last changed; order by newest sorts by it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A searched text.</summary>
/// <param name="Field">The text field's name.</param>
/// <param name="Language">BCP 47, as <c>fi</c>; decides the analysis.</param>
/// <param name="Value">The text.</param>
public sealed record DocumentText(string Field, string Language, string Value);

/// <summary>A span of time, the end excluded.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends; never before the start.</param>
public readonly record struct TimeRange(DateTimeOffset Start, DateTimeOffset End);
