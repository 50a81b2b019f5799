using ServiceTray.GraphQL.Language;

namespace ServiceTray.GraphQL;

/// <summary>One entry of a response's <c>errors</c> (specification, section 7.1.2).</summary>
/// <param name="message">A plain sentence for the one who reads it.</param>
/// <param name="code">A stable upper-case word, written to <c>extensions.code</c>.</param>
/// <param name="extensions">Further entries of <c>extensions</c>: strings, numbers, booleans, null, and lists or maps of these.</param>
public sealed class GraphQLError(string message, string code, IReadOnlyDictionary<string, object?>? extensions = null)
{
    /// <summary>A plain sentence for the one who reads it.</summary>
    public string Message { get; } = message;

    /// <summary>The stable word of <c>extensions.code</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Further entries of <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; } = extensions;

    /// <summary>Where in the document it arose: lines and columns counted from 1; empty when no place is known.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Where in the answer it arose: response names (<see cref="string"/>) and list indexes (<see cref="int"/>); null for request errors.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>The same error told at a place of the document and of the answer.</summary>
    internal GraphQLError At(IReadOnlyList<SourceLocation> locations, IReadOnlyList<object>? path) =>
        new(Message, Code, Extensions) { Locations = locations, Path = path };

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message}";
}
