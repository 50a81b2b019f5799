namespace ServiceTray.GraphQL;

/// <summary>Thrown by a resolver that wants exactly this error told; path and locations are added by the engine.</summary>
/// <param name="error">The error to tell.</param>
public sealed class GraphQLException(GraphQLError error) : Exception(error.Message)
{
    /// <summary>The error to tell.</summary>
    public GraphQLError Error { get; } = error;
}
