using System.Text.Json;

namespace ServiceTray.GraphQL.Http;

/// <summary>A request as read from a URL or a body (GraphQL over HTTP, section 5).</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations.</param>
/// <param name="Variables">An object, or undefined.</param>
/// <param name="Extensions">An object, or undefined.</param>
/// <param name="DocumentId">Names a persisted document in place of one.</param>
internal sealed record GraphQLRequest(string? Query, string? OperationName, JsonElement Variables, JsonElement Extensions, string? DocumentId = null) : IDisposable
{
    /// <summary>The body's memory, in which the elements lie.</summary>
    public IReadOnlyList<IDisposable> Held { get; init; } = [];

    public void Dispose()
    {
        foreach (var held in Held)
        {
            held.Dispose();
        }
    }
}
