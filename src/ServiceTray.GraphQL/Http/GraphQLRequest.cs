using System.Text.Json;

namespace ServiceTray.GraphQL.Http;

/// <summary>A request as read from a URL or a body (GraphQL over HTTP, section 5).</summary>
internal sealed class GraphQLRequest : IDisposable
{
    /// <summary>The document, which may lie in the body's memory.</summary>
    public DocumentText? Query { get; set; }

    /// <summary>Which of its operations.</summary>
    public string? OperationName { get; set; }

    /// <summary>Names a persisted document in place of one.</summary>
    public string? DocumentId { get; set; }

    /// <summary>The object of values; null when none was given.</summary>
    public JsonDocument? Variables { get; set; }

    /// <summary>The object of extensions; null when none was given.</summary>
    public JsonDocument? Extensions { get; set; }

    /// <summary>The body's memory, in which the other members lie.</summary>
    public IDisposable? Body { get; init; }

    public void Dispose()
    {
        Variables?.Dispose();
        Extensions?.Dispose();
        Body?.Dispose();
    }
}
