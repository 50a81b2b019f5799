using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ServiceTray.GraphQL.Http;

/// <summary>Which form of answer a caller wants (GraphQL over HTTP, section 5.3 and 6.1).</summary>
internal static class MediaTypes
{
    public const string GraphQL = "application/graphql-response+json";
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";
    public const string Html = "text/html";
    private const int MostKnown = 200;
    private const int LongestKnown = 300;

    // Clients send the same few headers over and over. Whoever fills it with others only makes the rest be read each time.
    private static readonly ConcurrentDictionary<(string Accept, bool OffersHtml), string?> Known = new();

    /// <summary>
    /// The one of our types that is liked best; null when none is wanted. Without a header it is plain JSON, and so it is for a caller
    /// who takes anything: only who names the GraphQL type, a page or a stream gets it.
    /// </summary>
    public static string? Negotiate(StringValues accept, bool offersHtml)
    {
        if (accept.Count != 1 || accept[0] is not { Length: <= LongestKnown } only)
        {
            return Choose(accept, offersHtml);
        }

        if (!Known.TryGetValue((only, offersHtml), out var type))
        {
            type = Choose(accept, offersHtml);
            if (Known.Count < MostKnown)
            {
                Known[(only, offersHtml)] = type;
            }
        }

        return type;
    }

    /// <summary>The answer's content type, with the charset told.</summary>
    public static string WithCharset(string type) => type switch
    {
        GraphQL => GraphQL + "; charset=utf-8",
        Json => Json + "; charset=utf-8",
        _ => type + "; charset=utf-8",
    };

    private static string? Choose(StringValues accept, bool offersHtml)
    {
        if (accept.All(string.IsNullOrWhiteSpace) || !MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return Json;
        }

        (string Type, double Quality)[] offered =
        [
            (GraphQL, Named(ranges, GraphQL)),
            (Json, Named(ranges, Json) is > 0 and var named ? named : Any(ranges, Json)),
            (Html, offersHtml ? Named(ranges, Html) : 0),
            (EventStream, Named(ranges, EventStream)),
        ];
        var best = offered.MaxBy(o => o.Quality);
        return best.Quality > 0 ? best.Type : null;
    }

    /// <summary>Whether a request's content type is JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType) =>
        contentType is Json or Json + "; charset=utf-8"
        || (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    private static double Named(IList<MediaTypeHeaderValue> ranges, string type) =>
        ranges.Where(r => r.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && Matches(r, type)).Select(r => r.Quality ?? 1).FirstOrDefault();

    private static double Any(IList<MediaTypeHeaderValue> ranges, string type) =>
        ranges.Any(r => r.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)) ? 0
        : ranges.Where(r => Matches(r, type)).OrderByDescending(Precision).Select(r => r.Quality ?? 1).FirstOrDefault();

    private static bool Matches(MediaTypeHeaderValue range, string type)
    {
        var (wanted, charset) = (range.MediaType.Value!, range.Charset.Value?.Trim('"'));
        return (charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            && (wanted == "*/*" || wanted.Equals(type, StringComparison.OrdinalIgnoreCase)
                || (wanted.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase)));
    }

    private static int Precision(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
}
