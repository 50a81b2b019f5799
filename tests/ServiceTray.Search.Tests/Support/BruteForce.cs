using System.Globalization;
using ServiceTray.Search.Geography;
using ServiceTray.Search.Indexing;
using ServiceTray.Search.Querying;

namespace ServiceTray.Search.Tests.Support;

/// <summary>Answers filters the slow and plain way, document by document.</summary>
internal static class BruteForce
{
    public static List<IndexDocument> Meeting(IEnumerable<IndexDocument> documents, SearchQuery query, string? without = null) =>
        [.. documents.Where(document => Meets(document, query, without))];

    public static Dictionary<string, int> Facet(IEnumerable<IndexDocument> documents, SearchQuery query, string field) =>
        Meeting(documents, query, field).SelectMany(document => document.Keywords[field].Distinct()).GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());

    public static IEnumerable<IndexDocument> Ordered(IEnumerable<IndexDocument> documents, SearchQuery query) => query.Order switch
    {
        SearchOrder.Nearest => documents.OrderBy(each => Metres(each, query.Near!.Point)).ThenBy(each => each.Key),
        SearchOrder.Soonest => documents.OrderBy(each => Next(each, query)).ThenBy(each => each.Key),
        SearchOrder.Newest => documents.OrderByDescending(each => each.UpdatedAt).ThenBy(each => each.Key),
        _ => documents.OrderBy(each => each.SortName, StringComparer.Create(CultureInfo.GetCultureInfo("fi-FI"), ignoreCase: true)).ThenBy(each => each.Key),
    };

    public static double Metres(IndexDocument document, GeoPoint from) =>
        document.Points.Select(point => Globe.Distance(from, point)).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static DateTimeOffset Next(IndexDocument document, SearchQuery query)
    {
        var from = query.During?.AnyOf.Select(range => range.Start).DefaultIfEmpty(query.Now).Min() is { } first && first > query.Now ? first : query.Now;
        return document.Times.Where(time => time.End > from || time.Start >= from)
            .Select(time => time.Start > from ? time.Start : from).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
    }

    private static bool Meets(IndexDocument document, SearchQuery query, string? without) =>
        query.Keywords.All(filter => filter.Field == without || document.Keywords[filter.Field].Intersect(filter.AnyOf).Any())
        && query.Numbers.All(filter => Meets(document, filter))
        && (query.Near is not { } near || Metres(document, near.Point) <= near.RadiusMetres || document.Coverage.Intersect(near.CoverageCodes).Any())
        && (query.Within is not { } box || document.Points.Any(point => point.Latitude >= box.South && point.Latitude <= box.North && point.Longitude >= box.West && point.Longitude <= box.East))
        && (query.Inside is not { } area || document.Points.Any(point => Winds(area.Corners, point)))
        && (query.During is not { } spans || document.Times.Any(time => spans.AnyOf.Any(span => Overlap(time, span))) || (spans.Or is { } or && document.Keywords[or.Field].Intersect(or.AnyOf).Any()))
        && (query.Text is not { } text || (query.AllWords ? text.Split(' ').All(word => Has(document, word)) : text.Split(' ').Any(word => Has(document, word))));

    private static bool Has(IndexDocument document, string word) => document.Texts.Any(each => each.Value.Split(' ').Contains(word));

    private static bool Meets(IndexDocument document, NumberFilter filter) =>
        document.Numbers.TryGetValue(filter.Field, out var number)
            ? number >= (filter.Minimum ?? double.MinValue) && number <= (filter.Maximum ?? double.MaxValue)
            : filter.MissingPasses;

    // Inside is where the corners turn around the point: the sum of the angles is not naught (simple polygons only).
    private static bool Winds(IReadOnlyList<GeoPoint> corners, GeoPoint point)
    {
        var angles = corners.Select(corner => Math.Atan2(corner.Latitude - point.Latitude, corner.Longitude - point.Longitude)).ToList();
        return Math.Abs(angles.Select((angle, i) => Math.IEEERemainder(angles[(i + 1) % angles.Count] - angle, 2 * Math.PI)).Sum()) > 1;
    }

    // A moment is a range of one tick.
    private static bool Overlap(TimeRange a, TimeRange b) => a.Start < Until(b) && b.Start < Until(a);

    private static DateTimeOffset Until(TimeRange time) => time.End > time.Start ? time.End : time.Start.AddTicks(1);
}
