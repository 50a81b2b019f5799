using Microsoft.AspNetCore.Http;

namespace ServiceTray.GraphQL.Http;

/// <summary>Limits and ways of the endpoint. Every default is meant for the open internet.</summary>
public sealed class GraphQLOptions
{
    /// <summary>Largest request body in bytes; a larger one gets 413. Default 256 KiB.</summary>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>Most tokens in a document. Default 10,000.</summary>
    public int MaxTokens { get; set; } = 10_000;

    /// <summary>Deepest nesting of fields, fragments counted where they are spread. Default 24.</summary>
    public int MaxDepth { get; set; } = 24;

    /// <summary>Most aliases in an operation, fragments counted where they are spread. Default 500.</summary>
    public int MaxAliases { get; set; } = 500;

    /// <summary>
    /// Highest cost of an operation: one for each field (or its <c>@cost</c>), multiplied by the size of each list around it, which is
    /// the value of its <c>first</c> or <c>last</c> argument (or as <c>@listSize</c> tells), else <see cref="AssumedListSize"/>.
    /// Default 1,000,000.
    /// </summary>
    public long MaxCost { get; set; } = 1_000_000;

    /// <summary>How long a list is taken to be when nothing tells. Default 5.</summary>
    public int AssumedListSize { get; set; } = 5;

    /// <summary>Longest time of one operation; then the answer is an error TIMEOUT. Default 15 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Most errors told in one answer. Default 100.</summary>
    public int MaxErrors { get; set; } = 100;

    /// <summary>Bound on the cache of plans, in bytes of estimated size. Default 32 MiB.</summary>
    public long PlanCacheBytes { get; set; } = 32L * 1024 * 1024;

    /// <summary>The zone that DateTime values are written in; null: each in its own offset. Default null.</summary>
    public TimeZoneInfo? TimeZone { get; set; }

    /// <summary>Whether sibling resolvers may run at the same time. Default false: one at a time, so that they may share a database context.</summary>
    public bool Parallel { get; set; }

    /// <summary>Whether a browser that opens the endpoint gets the GraphiQL page. Default true.</summary>
    public bool ShowGraphiQL { get; set; } = true;

    /// <summary>Where GraphiQL's files lie.</summary>
    public GraphiQLPaths GraphiQL { get; set; } = new();

    /// <summary>Who may ask for the schema by introspection and SDL; null: everyone. Default null.</summary>
    public Func<HttpContext, bool>? AllowIntrospection { get; set; }

    /// <summary>Bound on the documents held for automatic persisted queries, in bytes; 0 switches them off. Default 4 MiB.</summary>
    public long PersistedQueryBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>A folder whose <c>.graphql</c> files may be asked for by their SHA-256 (hexadecimal) or file name without ending; read at start. Default null.</summary>
    public string? TrustedDocuments { get; set; }

    /// <summary>Whether only trusted documents are run. Default false.</summary>
    public bool OnlyTrustedDocuments { get; set; }

    /// <summary>The <c>Cache-Control</c> of every answer but an event stream's, which is never stored; null: none is sent. Default: kept by no shared cache, and asked for anew each time.</summary>
    public string? CacheControl { get; set; } = "private, no-cache";

    /// <summary>The other origins whose pages may ask and read answers, as <c>https://example.org</c>; <c>*</c>: all, never with their cookies. Default none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];

    /// <summary>Whether a GET must have a header that browsers do not send to other sites without asking them, for browsers too old to tell where a request comes from (<c>Sec-Fetch-Site</c>). Default false.</summary>
    public bool RequirePreflight { get; set; }

    /// <summary>From how many bytes on an answer is compressed, where the caller takes that; null: never, as where a proxy does it. Default 1,400.</summary>
    public int? CompressFrom { get; set; } = 1_400;

    /// <summary>How often a quiet event stream shows that it lives. Default 12 s.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(12);
}
