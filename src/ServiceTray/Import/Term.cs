namespace ServiceTray.Import;

/// <summary>A subject term of a source: its id, its names, and the vocabulary it is of, where that is told.</summary>
internal sealed record Term(string Id, IReadOnlyList<string> Names, string? Vocabulary = null);
