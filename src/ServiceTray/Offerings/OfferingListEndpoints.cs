using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using ServiceTray.Search.Querying;
using ServiceTray.Themes;
using ServiceTray.Web.Rest;

namespace ServiceTray.Offerings;

/// <summary>Lists of offerings over REST: the filter from the query or, to keep words of need out of addresses, from the body.</summary>
internal static class OfferingListEndpoints
{
    public static IReadOnlyList<QueryParameter> PageParameters { get; } =
    [
        QueryParameter.One<OfferingOrder>("order", "The order; BEST when not told. NEAREST needs `place` or `lat` and `lon`."),
        QueryParameter.One<int>("first", "How many from the start, 0 to 100; 20 when neither first nor last is told."),
        QueryParameter.One<string>("after", "Go on after this cursor, which `pageInfo` of an earlier page gave."),
        QueryParameter.One<int>("last", "How many from the end, 0 to 100."),
        QueryParameter.One<string>("before", "Go back from this cursor."),
    ];

    public static IReadOnlyList<QueryParameter> FilterParameters { get; } =
    [
        QueryParameter.One<string>("text", "Words, as one would say them."),
        QueryParameter.One<bool>("allWords", "true: each of the words must be found, not only any."),
        QueryParameter.AnyOf<string>("asWords", "Words of `text` that are only words, not read as filters."),
        QueryParameter.One<bool>("seekNeeds", "false: a need said in everyday words is sought by these words alone."),
        QueryParameter.AnyOf<OfferingKind>("kind", "Activities, events, or both."),
        QueryParameter.AnyOf<ThemeCode>("theme", "Any of these themes."),
        QueryParameter.One<string>("place", "In reach of a municipality, postal code or address as a resident writes it, as `kuopiossa` or `70100`."),
        QueryParameter.One<double>("lat", "In reach of a point: degrees north, with `lon`."),
        QueryParameter.One<double>("lon", "In reach of a point: degrees east, with `lat`."),
        QueryParameter.One<double>("radiusKm", "How far from the place or point, more than 0 and at most 500; 20 when not told."),
        QueryParameter.One<string>("bbox", "With a place inside a box: west,south,east,north in degrees, WGS84."),
        QueryParameter.One<string>("polygon", "With a place inside an area: its corners in order as `lon lat`, parted by commas; 3 to 400 of them, degrees, WGS84."),
        QueryParameter.AnyOf<string>("municipality", "Any of these municipalities, by code, as 297."),
        QueryParameter.AnyOf<string>("county", "Any of these wellbeing services counties, by code, as PS."),
        QueryParameter.One<DateTimeOffset>("from", "Something happens, or it is open, at or after this instant (RFC 3339); what is past does not count."),
        QueryParameter.One<DateTimeOffset>("to", "Something happens, or it is open, before this instant (RFC 3339)."),
        QueryParameter.AnyOf<Weekday>("weekday", "On any of these weekdays in Finland."),
        QueryParameter.AnyOf<TimeOfDay>("timeOfDay", "At any of these times of day in Finland: MORNING 5–12, AFTERNOON 12–17, EVENING 17–24."),
        QueryParameter.AnyOf<AudienceCode>("audience", "Any of these audiences."),
        QueryParameter.One<int>("age", "Suits this age in whole years; what tells no ages suits all."),
        QueryParameter.AnyOf<string>("language", "Given in any of these languages, BCP 47."),
        QueryParameter.One<bool>("free", "true: told to be free. What is not told is counted in `notToldCount`, never as free."),
        QueryParameter.AnyOf<AttendanceMode>("mode", "Any of these ways to take part."),
        QueryParameter.AnyOf<AccessMode>("access", "Any of these ways to get in."),
        QueryParameter.AnyOf<AccessibilityAspect>("accessibility", "Told as YES; repeated, all of them."),
        QueryParameter.One<bool>("lowThreshold", "true: easy to enter."),
        QueryParameter.One<bool>("guidancePoint", "true: people are helped to look further here, by an agreement in force."),
        QueryParameter.One<bool>("acceptsReferrals", "true: receives wellbeing referrals."),
        QueryParameter.One<bool>("hasRoom", "true: told to have room."),
        QueryParameter.AnyOf<Guid>("organisation", "Offered by any of these organisations."),
    ];

    public static Task<Results<Ok<OfferingListAnswer>, Malformed, EmptyHttpResult>> ListAsync(
        HttpContext http, OfferingSearch search, OfferingTeller teller, AnswerTag tag, CancellationToken cancellationToken)
    {
        var query = new QueryReader(http.Request.Query);
        return AnswerAsync(http, query, ReadFilter(query), search, teller, tag, cancellationToken);
    }

    public static Task<Results<Ok<OfferingListAnswer>, Malformed, EmptyHttpResult>> SearchAsync(
        HttpContext http, OfferingFilter filter, OfferingSearch search, OfferingTeller teller, CancellationToken cancellationToken) =>
        AnswerAsync(http, new QueryReader(http.Request.Query), filter, search, teller, null, cancellationToken);

    private static async Task<Results<Ok<OfferingListAnswer>, Malformed, EmptyHttpResult>> AnswerAsync(
        HttpContext http, QueryReader query, OfferingFilter filter, OfferingSearch search, OfferingTeller teller, AnswerTag? tag, CancellationToken cancellationToken)
    {
        var order = query.Word<OfferingOrder>("order") ?? OfferingOrder.Best;
        var (first, last) = (query.Number("first"), query.Number("last"));
        var asked = new PageRequest(first ?? (last is null ? OfferingSearch.DefaultPageSize : null), query.Text("after"), last, query.Text("before"));
        if (query.Issue is { } issue)
        {
            return issue;
        }

        var isTelling = filter.Text is not null || filter.Near is not null;
        if (tag?.IsKnown(http, isTelling, isAskedEachTime: true) == true)
        {
            return TypedResults.Empty;
        }

        if (tag is null && isTelling)
        {
            http.Response.Headers.CacheControl = "private";
        }

        var page = search.Find(filter, null, order, asked, OfferingFacets.All);
        TellNeighbours(http, asked, new OfferingConnection(page).PageInfo);
        return TypedResults.Ok(await teller.TellAsync(page, cancellationToken));
    }

    /// <summary>The filter that the query asks; another standard may read a box in its own way.</summary>
    public static OfferingFilter ReadFilter(QueryReader query, bool readsBox = true) => new()
    {
        Text = query.Text("text"),
        AllWords = query.Flag("allWords"),
        AsWords = query.Texts("asWords"),
        SeekNeeds = query.Flag("seekNeeds"),
        Inside = ReadArea(query),
        From = query.Instant("from"),
        To = query.Instant("to"),
        Weekdays = query.Words<Weekday>("weekday"),
        TimesOfDay = query.Words<TimeOfDay>("timeOfDay"),
        Kinds = query.Words<OfferingKind>("kind"),
        Themes = query.Words<ThemeCode>("theme"),
        Near = ReadNear(query),
        Within = readsBox && query.Decimals("bbox", 4) is [var west, var south, var east, var north] ? new BoxInput(south, west, north, east) : null,
        Municipalities = query.Texts("municipality"),
        Counties = query.Texts("county"),
        Audiences = query.Words<AudienceCode>("audience"),
        AgeYears = query.Number("age"),
        Languages = query.Texts("language"),
        Free = query.Flag("free"),
        Modes = query.Words<AttendanceMode>("mode"),
        Access = query.Words<AccessMode>("access"),
        Accessibility = query.Words<AccessibilityAspect>("accessibility"),
        LowThreshold = query.Flag("lowThreshold"),
        GuidancePoint = query.Flag("guidancePoint"),
        AcceptsReferrals = query.Flag("acceptsReferrals"),
        HasRoom = query.Flag("hasRoom"),
        Organisations = query.Texts("organisation"),
    };

    private static List<CoordinatesInput>? ReadArea(QueryReader query)
    {
        if (query.Text("polygon") is not { } text)
        {
            return null;
        }

        var corners = text.Split(',').Select(corner => corner.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var read = new List<CoordinatesInput>();
        foreach (var corner in corners)
        {
            if (corner.Length == 2 && QueryReader.TryDegrees(corner[0], out var east) && QueryReader.TryDegrees(corner[1], out var north))
            {
                read.Add(new CoordinatesInput(north, east));
            }
        }

        if (read.Count < corners.Count)
        {
            query.Refuse("polygon", "polygon is corners parted by commas, each of two numbers: lon lat.");
        }

        return read;
    }

    private static NearInput? ReadNear(QueryReader query)
    {
        var (place, latitude, longitude, radius) = (query.Text("place"), query.Decimal("lat"), query.Decimal("lon"), query.Decimal("radiusKm"));
        if (latitude is null != longitude is null)
        {
            query.Refuse(latitude is null ? "lat" : "lon", "A point is lat and lon together.");
        }

        var coordinates = latitude is { } north && longitude is { } east ? new CoordinatesInput(north, east) : null;
        if (place is null && coordinates is null)
        {
            if (radius is not null)
            {
                query.Refuse("radiusKm", "A radius needs place, or lat and lon.");
            }

            return null;
        }

        return new NearInput(new SpotInput(place, coordinates), radius ?? NearInput.DefaultRadiusKm);
    }

    /// <summary>The pages beside this one, as RFC 8288 links them: the same request, asked from another cursor.</summary>
    private static void TellNeighbours(HttpContext http, PageRequest asked, PageInfo info)
    {
        if (info is { HasNextPage: true, EndCursor: { } end })
        {
            http.Response.Headers.Append("Link", LinkTo(http.Request, "next", ("first", asked.First ?? asked.Last, "after", end)));
        }

        if (info is { HasPreviousPage: true, StartCursor: { } start })
        {
            http.Response.Headers.Append("Link", LinkTo(http.Request, "prev", ("last", asked.Last ?? asked.First, "before", start)));
        }
    }

    private static string LinkTo(HttpRequest request, string relation, (string SizeName, int? Size, string CursorName, string Cursor) page)
    {
        var kept = request.Query.Where(asked => asked.Key is not ("first" or "after" or "last" or "before"))
            .SelectMany(asked => asked.Value.Select(value => KeyValuePair.Create(asked.Key, value)))
            .Append(new(page.SizeName, FormattableString.Invariant($"{page.Size}")))
            .Append(new(page.CursorName, page.Cursor));
        return $"<{QueryHelpers.AddQueryString(request.PathBase + request.Path, kept)}>; rel=\"{relation}\"";
    }
}
