using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ServiceTray.GraphQL.Execution;

namespace ServiceTray.GraphQL.Http;

/// <summary>Reads a request from the JSON of a body (GraphQL over HTTP, section 5.4), the document left as it stands there.</summary>
internal static class RequestJson
{
    private const int MaxDepth = 64;
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxDepth };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The request, which then holds the body's memory.</summary>
    /// <exception cref="HttpRefusal">It is malformed; the memory is given back.</exception>
    public static GraphQLRequest Read(ResponseBuffer body)
    {
        var request = new GraphQLRequest { Body = body };
        try
        {
            Fill(request, body.Written);
            return request;
        }
        catch (JsonException)
        {
            request.Dispose();
            throw Refuse("The body is not JSON.");
        }
        catch (InvalidOperationException)
        {
            request.Dispose();
            throw Refuse("The body is not Unicode: a name in it holds half of a surrogate pair.");
        }
        catch
        {
            request.Dispose();
            throw;
        }
    }

    /// <summary>An object in JSON; null for the word null.</summary>
    /// <exception cref="HttpRefusal">It is something else.</exception>
    public static JsonDocument? ReadObject(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            using (document)
            {
                return document.RootElement.ValueKind == JsonValueKind.Null ? null : throw Refuse($"\"{name}\" is not a JSON object.");
            }
        }
        catch (JsonException)
        {
            throw Refuse($"\"{name}\" is not JSON, or holds a name twice.");
        }
        catch (InvalidOperationException)
        {
            throw Refuse($"\"{name}\" is not Unicode: a name in it holds half of a surrogate pair.");
        }
    }

    private static void Fill(GraphQLRequest request, ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, Reading);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refuse(reader.TokenType == JsonTokenType.StartArray ? "Several requests in one body are not taken." : "The body is not a JSON object.");
        }

        var seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = MemberOf(ref reader);
            reader.Read();
            var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            reader.Skip();
            var value = json[start..(int)reader.BytesConsumed];
            if (member != Member.Other && (seen & (1 << (int)member)) != 0)
            {
                throw Refuse("The body holds a name twice.");
            }

            seen |= 1 << (int)member;
            Set(request, member, kind, value);
        }

        // Throws when something stands behind the object.
        reader.Read();
    }

    private static void Set(GraphQLRequest request, Member member, JsonTokenType kind, ReadOnlyMemory<byte> value)
    {
        switch (member)
        {
            case Member.Query when IsText(kind, "query"):
                request.Query = new DocumentText(value, isJson: true);
                break;
            case Member.OperationName when IsText(kind, "operationName"):
                request.OperationName = Text(value, "operationName");
                break;
            case Member.DocumentId when IsText(kind, "documentId"):
                request.DocumentId = Text(value, "documentId");
                break;
            case Member.Variables when kind != JsonTokenType.Null:
                request.Variables = ReadObject(value, "variables");
                break;
            case Member.Extensions when kind != JsonTokenType.Null:
                request.Extensions = ReadObject(value, "extensions");
                break;
        }
    }

    private static bool IsText(JsonTokenType kind, string name) =>
        kind == JsonTokenType.String || (kind == JsonTokenType.Null ? false : throw Refuse($"\"{name}\" is not a string."));

    private static string? Text(ReadOnlyMemory<byte> value, string name)
    {
        var reader = new Utf8JsonReader(value.Span);
        reader.Read();
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Refuse($"\"{name}\" is not Unicode: it holds half of a surrogate pair.");
        }
    }

    private static Member MemberOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? Member.Query
        : reader.ValueTextEquals("variables"u8) ? Member.Variables
        : reader.ValueTextEquals("operationName"u8) ? Member.OperationName
        : reader.ValueTextEquals("extensions"u8) ? Member.Extensions
        : reader.ValueTextEquals("documentId"u8) ? Member.DocumentId
        : Member.Other;

    private static HttpRefusal Refuse(string message) => new(StatusCodes.Status400BadRequest, message);

    private enum Member
    {
        Other,
        Query,
        Variables,
        OperationName,
        Extensions,
        DocumentId,
    }
}
