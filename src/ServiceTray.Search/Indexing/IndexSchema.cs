namespace ServiceTray.Search.Indexing;

/// <summary>The fields that the documents of one index have.</summary>
/// <param name="TextFields">Searched fields with their weights.</param>
/// <param name="KeywordFields">Fields of exact values, to filter and count by.</param>
/// <param name="NumberFields">Fields of one number each, to filter by range.</param>
public sealed record IndexSchema(
    IReadOnlyList<TextField> TextFields,
    IReadOnlyList<string> KeywordFields,
    IReadOnlyList<string> NumberFields);

/// <summary>A searched field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">How much a hit in it weighs; 1 is plain.</param>
public sealed record TextField(string Name, float Weight);
