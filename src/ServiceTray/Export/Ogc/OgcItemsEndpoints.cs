using System.Globalization;
using ServiceTray.Offerings;
using ServiceTray.Web.Rest;

namespace ServiceTray.Export.Ogc;

/// <summary>The parameters of a collection's items, and how they are read: every filter of the search, with the standard's own words for a box, a time and a page.</summary>
internal static class OgcItemsEndpoints
{
    private const int MostItems = 1_000;
    private const int UsualItems = 100;

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.One<string>("bbox", "With a place inside a box: west,south,east,north in degrees, WGS84; of six numbers the heights do not count."),
        QueryParameter.One<string>("datetime", "Something happens, or it is open, at an instant (RFC 3339) or within an interval of two, as 2026-11-25T00:00:00Z/2026-12-01T00:00:00Z or 2026-11-25T00:00:00Z/.. ; what is past does not count."),
        QueryParameter.One<int>("limit", "How many features, from 1; 100 when not told, 1000 at most."),
        QueryParameter.One<string>("after", "Goes on from a page: `next` of its links has it."),
        .. OfferingListEndpoints.FilterParameters.Where(parameter => parameter.Name is not ("bbox" or "from" or "to")),
    ];

    public static OgcItemsAsked Read(QueryReader query)
    {
        var filter = OfferingListEndpoints.ReadFilter(query, readsBox: false);
        var limit = query.Number("limit") ?? UsualItems;
        if (limit < 1)
        {
            query.Refuse("limit", "limit is a whole number from 1.");
        }

        var (from, to) = ReadTime(query);
        return new(filter with { Within = ReadBox(query), From = from, To = to }, Math.Min(limit, MostItems), query.Text("after"));
    }

    private static BoxInput? ReadBox(QueryReader query)
    {
        if (query.Text("bbox") is not { } text)
        {
            return null;
        }

        return query.Decimals("bbox", text.Count(letter => letter == ',') == 5 ? 6 : 4) switch
        {
            [var west, var south, var east, var north] => new BoxInput(south, west, north, east),
            [var west, var south, _, var east, var north, _] => new BoxInput(south, west, north, east),
            _ => null,
        };
    }

    private static (DateTimeOffset? From, DateTimeOffset? To) ReadTime(QueryReader query)
    {
        if (query.Text("datetime") is not { } text)
        {
            return (null, null);
        }

        // A plus in an address may have become a space.
        var ends = text.Replace(' ', '+').Split('/');
        var read = ends.Select(end => end is ".." or "" ? null : (DateTimeOffset?)(DateTimeOffset.TryParseExact(
            end, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) ? at : DateTimeOffset.MinValue)).ToList();
        if (read.Contains(DateTimeOffset.MinValue) || read.Count > 2 || read is [null] || (read is [{ } first, { } last] && first > last))
        {
            query.Refuse("datetime", "datetime is an instant of RFC 3339, or an interval of two with .. for an open end, the first before the second.");
            return (null, null);
        }

        // An interval holds its end; what the search is asked until is outside.
        return (read[0], (read.Count == 1 ? read[0] : read[1])?.AddTicks(TimeSpan.TicksPerSecond));
    }
}

/// <summary>What is asked of a collection's items.</summary>
internal sealed record OgcItemsAsked(OfferingFilter Filter, int Limit, string? After);
