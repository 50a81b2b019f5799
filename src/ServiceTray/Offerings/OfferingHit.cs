using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>An offering found: where it stands in the list, how well it suits and how far it is.</summary>
internal readonly record struct OfferingHit(SearchHit Found)
{
    public Guid Id => Found.Key;

    public string Cursor => Found.Cursor;

    public double Score => Found.Score;

    public double? DistanceKm => Found.DistanceMetres is { } metres ? Math.Round(metres / 1000, 3) : null;

    public IReadOnlyList<ScorePart> Explanation => Found.Explanation;

    /// <summary>Those of a page, in order.</summary>
    public static OfferingHit[] Of(SearchPage page)
    {
        var hits = new OfferingHit[page.Hits.Count];
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = new OfferingHit(page.Hits[i]);
        }

        return hits;
    }
}
