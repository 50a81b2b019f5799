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
    public OfferingFilter Filter => filter;

    public IReadOnlyList<NeedEntry> Needs => needs;

    public Spot? Centre => centre;

    public SearchQuery Build(Language? language, OfferingOrder order, PageRequest page) => new()
    {
        Text = filter.Text,
        AllWords = filter.AllWords == true,
        Language = language?.Tag(),
        Expansions = NeedExpansions.Of(needs),
        Keywords = Surely(),
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
    public IReadOnlyList<SearchQuery> WithNotTold(SearchQuery query)
    {
        var sure = Sure();
        if (sure.Count == 0)
        {
            return [];
        }

        var keywords = Keywords();
        return [.. Enumerable.Range(0, sure.Count).Select(untold => query with
        {
            Keywords = [.. keywords, .. sure.Select((condition, i) => new KeywordFilter(
                condition.Field,
                i < untold ? [condition.Met] : i == untold ? [condition.NotTold] : [condition.Met, condition.NotTold]))],
            Page = new PageRequest(OfferingSearch.NotToldSize),
        })];
    }

    private List<KeywordFilter> Surely()
    {
        var keywords = Keywords();
        foreach (var (field, met, _) in Sure())
        {
            keywords.Add(new KeywordFilter(field, [met]));
        }

        return keywords;
    }

    /// <summary>The conditions that a record may leave untold, with the words for met and for not told.</summary>
    private IReadOnlyList<(string Field, string Met, string NotTold)> Sure()
    {
        if (filter is { Free: null, Accessibility: null })
        {
            return [];
        }

        var sure = new List<(string Field, string Met, string NotTold)>();
        if (filter.Free is { } free)
        {
            sure.Add((IndexFields.Free, free ? IndexFields.Yes : IndexFields.No, IndexFields.NotTold));
        }

        sure.AddRange((filter.Accessibility ?? []).Distinct().Select(aspect => (IndexFields.Accessibility, $"{aspect}", $"{aspect}{IndexFields.NotTold}")));
        return sure;
    }

    private List<KeywordFilter> Keywords()
    {
        var keywords = new List<KeywordFilter>();
        Add(IndexFields.Kind, filter.Kinds?.Select(kind => $"{kind}"));
        Add(IndexFields.Theme, filter.Themes?.Select(theme => $"{theme}"));
        Add(IndexFields.Municipality, filter.Municipalities);
        Add(IndexFields.County, filter.Counties);
        Add(IndexFields.Audience, filter.Audiences?.Select(audience => $"{audience}"));
        Add(IndexFields.Mode, filter.Modes?.Select(mode => $"{mode}"));
        Add(IndexFields.Access, filter.Access?.Select(access => $"{access}"));
        Add(IndexFields.Language, filter.Languages?.Select(tag => tag.ToLowerInvariant()));
        Add(IndexFields.Organisation, filter.Organisations?.Select(id => $"{Guid.Parse(id)}"));
        AddYes(IndexFields.LowThreshold, filter.LowThreshold);
        AddYes(IndexFields.AcceptsReferrals, filter.AcceptsReferrals);
        AddYes(IndexFields.HasRoom, filter.HasRoom);
        return keywords;

        void Add(string field, IEnumerable<string>? values)
        {
            if (values is not null && values.ToList() is { Count: > 0 } asked)
            {
                keywords.Add(new KeywordFilter(field, asked));
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

    private NumberFilter[] Numbers()
    {
        // What is over is not found; it stays readable by its link.
        var ends = new NumberFilter(IndexFields.Ends, null, null, MissingPasses: true) { FromNow = true };
        return filter is { AgeYears: null, GuidancePoint: not true } ? [ends] : [ends, .. Ages(), .. Guidance()];
    }

    private IEnumerable<NumberFilter> Ages() => filter.AgeYears is not { } age ? [] :
    [
        new NumberFilter(IndexFields.MinimumAge, null, age, MissingPasses: true),
        new NumberFilter(IndexFields.MaximumAge, age, null, MissingPasses: true),
    ];

    private IEnumerable<NumberFilter> Guidance() => filter.GuidancePoint != true ? [] :
    [
        new NumberFilter(IndexFields.GuidanceFrom, null, HelsinkiTime.Day(now).DayNumber),
        new NumberFilter(IndexFields.GuidanceTo, HelsinkiTime.Day(now).DayNumber, null),
    ];

    private Reach Reach(Spot spot, double radiusKm)
    {
        var codes = regions.CodesOf(spot);
        var inAland = codes is [var only] && regions[only] is { Kind: RegionKind.Municipality, County: null };
        return new Reach(
            new GeoPoint(spot.Coordinates.Latitude, spot.Coordinates.Longitude),
            radiusKm * 1000,
            [.. codes, IndexFields.Everywhere, .. inAland ? Array.Empty<string>() : [IndexFields.EverywhereButAland]]);
    }
}
