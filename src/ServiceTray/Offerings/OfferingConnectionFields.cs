using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Places;

namespace ServiceTray.Offerings;

/// <summary>What a page tells over GraphQL besides its own members.</summary>
internal static class OfferingConnectionFields
{
    /// <summary>What was taken away between the search and the reading is left out.</summary>
    public static async ValueTask<IReadOnlyList<OfferingEdge>> EdgesAsync(OfferingConnection connection, OfferingLoader offerings)
    {
        var hits = connection.Page.Hits;

        // Not all at once by the loader: an array of a base class reads each object that is put into it, one after the other.
        var loads = new ValueTask<Offering?>[hits.Count];
        for (var i = 0; i < loads.Length; i++)
        {
#pragma warning disable CA2012 // Each is awaited once, after all were asked for.
            loads[i] = offerings.LoadAsync(hits[i].Key);
#pragma warning restore CA2012
        }

        var edges = new List<OfferingEdge>(loads.Length);
        for (var i = 0; i < loads.Length; i++)
        {
            if (await loads[i] is { } offering)
            {
                edges.Add(new OfferingEdge(hits[i], offering, connection.Page.Understood.Query));
            }
        }

        ReadNames(edges);
        return edges;
    }

    // A name lies far from the name before it in memory, and each would be waited for by itself while the answer is written; read in one
    // short loop they are waited for together.
    private static void ReadNames(List<OfferingEdge> edges)
    {
        var letters = 0;
        foreach (var edge in edges)
        {
            letters += edge.Node.Name.FirstLength;
        }

        GC.KeepAlive(letters < 0 ? edges : null);
    }

    public static ValueTask<IReadOnlyList<Offering>> NodesAsync(OfferingConnection connection, OfferingLoader offerings) =>
        LoadAsync(connection.Page.Hits.Select(hit => hit.Key), offerings);

    public static ValueTask<IReadOnlyList<Offering>> NotToldAsync(OfferingConnection connection, int first, OfferingLoader offerings) =>
        first is < 0 or > OfferingSearch.NotToldSize
            ? throw new FilterInvalidException("first", $"From 0 to {OfferingSearch.NotToldSize}.")
            : LoadAsync(connection.Page.NotTold.Take(first), offerings);

    public static OfferingFacets Facets(OfferingConnection connection, Regions regions) => new(connection.Page, regions);

    /// <summary>What was found, gathered for a map.</summary>
    public static IReadOnlyList<MapCluster> Clusters(OfferingConnection connection, int zoom, OfferingSearch search) => search.Gather(connection.Page, zoom);

    private static async ValueTask<IReadOnlyList<Offering>> LoadAsync(IEnumerable<Guid> ids, OfferingLoader offerings) =>
        [.. (await offerings.LoadManyAsync([.. ids])).OfType<Offering>()];
}

/// <summary>Where the words of a search stand in a hit.</summary>
internal static class OfferingEdgeFields
{
    public static IReadOnlyList<Highlight> Highlights(OfferingEdge edge, [Enclosing] Language? language, RequestLanguage request, TextHighlighter highlighter) =>
        highlighter.Of(edge.Node, edge.Query, language ?? request.Language);
}

/// <summary>The words sought for a need.</summary>
internal static class NeedFields
{
    public static IReadOnlyList<string> Sought(NeedEntry need, [Enclosing] Language? language, RequestLanguage request) =>
        need.Seek.GetValueOrDefault(language ?? request.Language) ?? [];
}
