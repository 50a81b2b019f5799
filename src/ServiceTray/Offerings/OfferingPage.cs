using ServiceTray.Needs;
using ServiceTray.Places;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>What a search found: ids in order, counts, and how the spot was understood.</summary>
internal sealed record OfferingPage(
    IReadOnlyList<OfferingHit> Hits,
    int Total,
    bool HasNext,
    bool HasPrevious,
    Spot? Centre,
    int NotToldCount,
    IReadOnlyList<Guid> NotTold,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Counted,
    Lazy<IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>> AllCounted,
    Understanding Understood)
{
    /// <summary>Counts of one field, the most frequent first; the first to ask for one that was not counted beside the page has all of them counted.</summary>
    public IReadOnlyList<FacetCount> Facet(string field) =>
        Counted.TryGetValue(field, out var counts) || AllCounted.Value.TryGetValue(field, out counts) ? counts : [];
}

/// <summary>How the filter was understood, and ways on; what costs another search is found when it is read.</summary>
internal sealed record Understanding(
    OfferingFilter Asked,
    SearchQuery Query,
    Lazy<IReadOnlyList<AppliedFilter>> Applied,
    IReadOnlyList<NeedEntry> Needs,
    Lazy<IReadOnlyList<Completion>> DidYouMean,
    Lazy<IReadOnlyList<Relaxation>> Relaxations);

/// <summary>An offering found: where it stands in the list, how well it suits and how far it is.</summary>
internal sealed record OfferingHit(SearchHit Found)
{
    public Guid Id => Found.Key;

    public string Cursor => Found.Cursor;

    public double Score => Found.Score;

    public double? DistanceKm => Found.DistanceMetres is { } metres ? Math.Round(metres / 1000, 3) : null;

    public IReadOnlyList<ScorePart> Explanation => Found.Explanation;
}
