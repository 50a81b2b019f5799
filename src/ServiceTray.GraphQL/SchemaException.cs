namespace ServiceTray.GraphQL;

/// <summary>Thrown at start: the schema is not valid or does not fit the code. Tells every problem, each with file and line.</summary>
/// <param name="problems">One sentence each, as <c>Offerings.graphql:12: …</c>.</param>
public sealed class SchemaException(IReadOnlyList<string> problems)
    : Exception($"The GraphQL schema has {problems.Count} problem(s):{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
{
    /// <summary>One sentence each, as <c>Offerings.graphql:12: …</c>.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
