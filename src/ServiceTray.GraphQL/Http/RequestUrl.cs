using System.Text;
using Microsoft.AspNetCore.Http;

namespace ServiceTray.GraphQL.Http;

/// <summary>Reads a request from the query string of a GET (GraphQL over HTTP, section 5.3).</summary>
internal static class RequestUrl
{
    /// <exception cref="HttpRefusal">It is malformed.</exception>
    public static GraphQLRequest Read(IQueryCollection query)
    {
        var request = new GraphQLRequest
        {
            Query = Text(query, "query") is { } document ? new DocumentText(document) : null,
            OperationName = Text(query, "operationName") is { Length: > 0 } name ? name : null,
            DocumentId = Text(query, "documentId"),
        };
        try
        {
            request.Variables = Text(query, "variables") is { Length: > 0 } variables ? RequestJson.ReadObject(Encoding.UTF8.GetBytes(variables), "variables") : null;
            request.Extensions = Text(query, "extensions") is { Length: > 0 } extensions ? RequestJson.ReadObject(Encoding.UTF8.GetBytes(extensions), "extensions") : null;
            return request;
        }
        catch
        {
            request.Dispose();
            throw;
        }
    }

    private static string? Text(IQueryCollection query, string name) => query.TryGetValue(name, out var text) ? text.ToString() : null;
}
