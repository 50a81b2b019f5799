using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ServiceTray.GraphQL.Planning;

namespace ServiceTray.GraphQL.Http;

/// <summary>
/// Documents known by their SHA-256: trusted ones of a folder, and automatic persisted queries, which a client registers by sending
/// document and hash together once.
/// </summary>
internal sealed class PersistedDocuments(GraphQLOptions options)
{
    private readonly Dictionary<string, DocumentText> trusted = Read(options.TrustedDocuments);
    private readonly ByteBoundedCache<string, Registered> registered = new(options.PersistedQueryBytes);

    /// <summary>The document that a request means; null when it names none.</summary>
    /// <exception cref="HttpRefusal">It is not known, or not trusted, or its hash is another's.</exception>
    public DocumentText? Find(GraphQLRequest request)
    {
        var id = IdOf(request);
        if (id is not null && trusted.TryGetValue(id, out var document))
        {
            return document;
        }

        if (options.OnlyTrustedDocuments)
        {
            return request.Query is { } text && trusted.ContainsKey(text.Hash())
                ? text
                : throw new HttpRefusal(StatusCodes.Status400BadRequest, "Only trusted documents are run here.");
        }

        if (id is null)
        {
            return request.Query;
        }

        if (request.Query is not { } sent)
        {
            return registered.Find(id)?.Document ?? throw new HttpRefusal(StatusCodes.Status200OK, "PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);
        }

        return sent.Hash() == id ? sent : throw new HttpRefusal(StatusCodes.Status400BadRequest, "The hash is not that of the document.");
    }

    /// <summary>Keeps a document that a request sent with its hash, once it is known to be valid.</summary>
    public void Register(GraphQLRequest request)
    {
        if (request.Query is { } document && !options.OnlyTrustedDocuments && IdOf(request) is { } id)
        {
            registered.Add(id, new Registered(document.Kept()), 200 + (document.Length * 2L));
        }
    }

    private static string? IdOf(GraphQLRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return id.StartsWith("sha256:", StringComparison.Ordinal) ? id["sha256:".Length..] : id;
        }

        return request.Extensions is { } extensions
            && extensions.RootElement.TryGetProperty("persistedQuery", out var persisted) && persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetRawText().Trim('"')
            : null;
    }

    private static Dictionary<string, DocumentText> Read(string? folder)
    {
        var documents = new Dictionary<string, DocumentText>(StringComparer.Ordinal);
        foreach (var file in folder is null ? [] : Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories))
        {
            var text = new DocumentText(File.ReadAllText(file));
            documents[text.Hash()] = text;
            documents[Path.GetFileNameWithoutExtension(file)] = text;
        }

        return documents;
    }

    private sealed record Registered(DocumentText Document);
}
