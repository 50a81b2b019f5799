using ServiceTray.Places;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>What a search found: hits in order, counts, and how the spot was understood.</summary>
internal sealed record OfferingPage(
    IReadOnlyList<SearchHit> Hits,
    int Total,
    bool HasNext,
    bool HasPrevious,
    Spot? Centre,
    int NotToldCount,
    IReadOnlyList<Guid> NotTold,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Counted,
    Understanding Understood)
{
    /// <summary>Counts of every field; null: nobody has asked for one that was not counted beside the page.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>? AllCounted { get; private set; }

    /// <summary>Counts of one field, the most frequent first; the first to ask for one that was not counted beside the page has all of them counted.</summary>
    public IReadOnlyList<FacetCount> Facet(string field) =>
        Counted.TryGetValue(field, out var counts) || (AllCounted ??= Understood.Count()).TryGetValue(field, out counts) ? counts : [];
}

/// <summary>A hit in the words of this service.</summary>
internal static class Hit
{
    /// <summary>Kilometres from the point asked, to the metre.</summary>
    public static double? DistanceKm(this SearchHit hit) => hit.DistanceMetres is { } metres ? Math.Round(metres / 1000, 3) : null;
}
