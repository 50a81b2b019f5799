using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ServiceTray.GraphQL.Http;

/// <summary>Reads requests; what is malformed is a <see cref="HttpRefusal"/>.</summary>
internal sealed class RequestReader(GraphQLOptions options)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>From the query string of a GET.</summary>
    public static GraphQLRequest ReadUrl(IQueryCollection query) => new(
        query.TryGetValue("query", out var document) ? document.ToString() : null,
        query.TryGetValue("operationName", out var name) && name.ToString().Length > 0 ? name.ToString() : null,
        Map(query, "variables"),
        Map(query, "extensions"),
        query.TryGetValue("documentId", out var id) ? id.ToString() : null);

    /// <summary>From the JSON body of a POST.</summary>
    public async Task<GraphQLRequest> ReadBodyAsync(HttpContext context)
    {
        var body = await ReadAsync(context).ConfigureAwait(false);
        JsonDocument? document = null;
        try
        {
            document = Parse(body.Written);
            var root = document.RootElement;
            return new GraphQLRequest(Text(root, "query"), Text(root, "operationName"), Map(root, "variables"), Map(root, "extensions"), Text(root, "documentId"))
            {
                Held = [document, body],
            };
        }
        catch
        {
            document?.Dispose();
            body.Dispose();
            throw;
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            using (document)
            {
                throw new HttpRefusal(StatusCodes.Status400BadRequest, document.RootElement.ValueKind == JsonValueKind.Array
                    ? "Several requests in one body are not taken."
                    : "The body is not a JSON object.");
            }
        }
        catch (JsonException)
        {
            throw new HttpRefusal(StatusCodes.Status400BadRequest, "The body is not JSON.");
        }
        catch (InvalidOperationException)
        {
            throw new HttpRefusal(StatusCodes.Status400BadRequest, "The body is not Unicode: a name in it holds half of a surrogate pair.");
        }
    }

    private async Task<Execution.ResponseBuffer> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > options.MaxBodyBytes)
        {
            throw TooLarge();
        }

        var buffer = new Execution.ResponseBuffer();
        try
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
                if (buffer.Length + read.Buffer.Length > options.MaxBodyBytes)
                {
                    // A read left open would fail the server's own reading of the rest, and the answer with it.
                    context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                    throw TooLarge();
                }

                foreach (var segment in read.Buffer)
                {
                    buffer.WriteRaw(segment.Span);
                }

                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return buffer;
                }
            }
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The server's own bound was met first.
            buffer.Dispose();
            throw TooLarge();
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private HttpRefusal TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {options.MaxBodyBytes} bytes.", ErrorCodes.LimitExceeded);

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        try
        {
            return element.ValueKind == JsonValueKind.String
                ? element.GetString()
                : throw new HttpRefusal(StatusCodes.Status400BadRequest, $"\"{name}\" is not a string.");
        }
        catch (InvalidOperationException)
        {
            throw new HttpRefusal(StatusCodes.Status400BadRequest, $"\"{name}\" is not Unicode: it holds half of a surrogate pair.");
        }
    }

    private static JsonElement Map(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null ? default
        : element.ValueKind == JsonValueKind.Object ? element
        : throw new HttpRefusal(StatusCodes.Status400BadRequest, $"\"{name}\" is not a JSON object.");

    private static JsonElement Map(IQueryCollection query, string name)
    {
        if (!query.TryGetValue(name, out var text) || text.ToString().Length == 0)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(text.ToString(), Strict);
            var root = document.RootElement.Clone();
            return root.ValueKind switch
            {
                JsonValueKind.Object => root,
                JsonValueKind.Null => default,
                _ => throw new HttpRefusal(StatusCodes.Status400BadRequest, $"\"{name}\" is not a JSON object."),
            };
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new HttpRefusal(StatusCodes.Status400BadRequest, $"\"{name}\" is not JSON.");
        }
    }
}
