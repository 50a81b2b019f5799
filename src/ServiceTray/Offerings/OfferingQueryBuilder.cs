using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Needs;
using ServiceTray.Places;
using ServiceTray.Search.Geography;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Writes a filter in the index's words.</summary>
internal sealed class OfferingQueryBuilder(OfferingFilter filter, IReadOnlyList<NeedEntry> needs, Spot? centre, Regions regions, DateTimeOffset now)
{
    // What is over is not found; it stays readable by its link.
    private static readonly NumberFilter NotOver = new(IndexFields.Ends, null, null, MissingPasses: true) { FromNow = true };
    private static readonly IReadOnlyList<NumberFilter> OnlyNotOver = [NotOver];

    // The conditions that a record may leave untold, with the words for met and for not told.
    private readonly IReadOnlyList<(string Field, string Met, string NotTold)> sure = Sure(filter);

    public SearchQuery Build(Language? language, OfferingOrder order, PageRequest page) => new()
    {
        Text = filter.Text,
        AllWords = filter.AllWords == true,
        Language = language?.Tag(),
        Expansions = NeedExpansions.Of(needs),
        Keywords = Keywords(sure.Count),
        Numbers = Numbers(),
        Near = centre is null ? null : Reach(centre, filter.Near!.RadiusKm),
        Inside = filter.Inside is { } corners ? new GeoPolygon([.. corners.Select(corner => new GeoPoint(corner.Latitude, corner.Longitude))]) : null,
        During = WhenSpans.Of(filter, now),
        Within = filter.Within is { } box ? new GeoBox(box.South, box.West, box.North, box.East) : null,
        Order = order switch
        {
            OfferingOrder.Nearest => SearchOrder.Nearest,
            OfferingOrder.Soonest => SearchOrder.Soonest,
            OfferingOrder.Name => SearchOrder.Name,
            OfferingOrder.Newest => SearchOrder.Newest,
            _ => SearchOrder.Best,
        },
        DueField = IndexFields.NextCheck,
        Page = page,
        Now = now,
    };

    /// <summary>
    /// The same search for what would fit but does not tell. Each query takes one more condition as met and leaves the next untold,
    /// so that no offering is found twice.
    /// </summary>
    public IReadOnlyList<SearchQuery> WithNotTold(SearchQuery query) => sure.Count == 0 ? [] :
    [
        .. Enumerable.Range(0, sure.Count).Select(untold => query with
        {
            Keywords = Keywords(untold),
            Page = new PageRequest(OfferingSearch.NotToldSize),
        }),
    ];

    private static IReadOnlyList<(string Field, string Met, string NotTold)> Sure(OfferingFilter filter) => filter is { Free: null, Accessibility: null or { Count: 0 } } ? [] :
    [
        .. filter.Free is { } free ? [(IndexFields.Free, free ? IndexFields.Yes : IndexFields.No, IndexFields.NotTold)] : Array.Empty<(string, string, string)>(),
        .. (filter.Accessibility ?? []).Distinct().Select(aspect => (IndexFields.Accessibility, $"{aspect}", $"{aspect}{IndexFields.NotTold}")),
    ];

    // Of the conditions that a record may leave untold, those before one are met, that one is not told, and those after it are either.
    private List<KeywordFilter> Keywords(int untold)
    {
        var keywords = new List<KeywordFilter>();
        Add(IndexFields.Kind, filter.Kinds, kind => $"{kind}");
        Add(IndexFields.Theme, filter.Themes, theme => $"{theme}");
        Add(IndexFields.Municipality, filter.Municipalities, code => code);
        Add(IndexFields.County, filter.Counties, code => code);
        Add(IndexFields.Audience, filter.Audiences, audience => $"{audience}");
        Add(IndexFields.Mode, filter.Modes, mode => $"{mode}");
        Add(IndexFields.Access, filter.Access, access => $"{access}");
        Add(IndexFields.Language, filter.Languages, tag => tag.ToLowerInvariant());
        Add(IndexFields.Organisation, filter.Organisations, id => $"{Guid.Parse(id)}");
        AddYes(IndexFields.LowThreshold, filter.LowThreshold);
        AddYes(IndexFields.AcceptsReferrals, filter.AcceptsReferrals);
        AddYes(IndexFields.HasRoom, filter.HasRoom);
        for (var i = 0; i < sure.Count; i++)
        {
            var (field, met, notTold) = sure[i];
            keywords.Add(new KeywordFilter(field, i < untold ? [met] : i == untold ? [notTold] : [met, notTold]));
        }

        return keywords;

        void Add<T>(string field, IReadOnlyList<T>? values, Func<T, string> word)
        {
            if (values is { Count: > 0 })
            {
                keywords.Add(new KeywordFilter(field, [.. values.Select(word)]));
            }
        }

        void AddYes(string field, bool? asked)
        {
            if (asked == true)
            {
                keywords.Add(new KeywordFilter(field, [IndexFields.Yes]));
            }
        }
    }

    private IReadOnlyList<NumberFilter> Numbers()
    {
        if (filter is { AgeYears: null, GuidancePoint: not true })
        {
            return OnlyNotOver;
        }

        var today = HelsinkiTime.Day(now).DayNumber;
        return
        [
            NotOver,
            .. filter.AgeYears is { } age
                ? [new(IndexFields.MinimumAge, null, age, MissingPasses: true), new(IndexFields.MaximumAge, age, null, MissingPasses: true)]
                : Array.Empty<NumberFilter>(),
            .. filter.GuidancePoint == true
                ? [new(IndexFields.GuidanceFrom, null, today), new(IndexFields.GuidanceTo, today, null)]
                : Array.Empty<NumberFilter>(),
        ];
    }

    private Reach Reach(Spot spot, double radiusKm)
    {
        // A municipality without a county is on Åland.
        var codes = regions.CodesOf(spot);
        return new Reach(
            new GeoPoint(spot.Coordinates.Latitude, spot.Coordinates.Longitude),
            radiusKm * 1000,
            codes switch
            {
                [var municipality] => [municipality, IndexFields.Everywhere],
                [var municipality, var county] => [municipality, county, IndexFields.Everywhere, IndexFields.EverywhereButAland],
                _ => [IndexFields.Everywhere, IndexFields.EverywhereButAland],
            });
    }
}
