namespace ServiceTray.GraphQL.Language;

/// <summary>A place in a document, as errors tell it (specification, section 7.1.2).</summary>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column in characters, counted from 1.</param>
public readonly record struct SourceLocation(int Line, int Column);
