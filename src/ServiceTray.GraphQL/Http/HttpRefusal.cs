namespace ServiceTray.GraphQL.Http;

/// <summary>A request that is refused before any GraphQL is looked at.</summary>
internal sealed class HttpRefusal(int status, string message, string code = ErrorCodes.BadRequest) : Exception(message)
{
    public int Status { get; } = status;

    public GraphQLError Error { get; } = new(message, code);
}
