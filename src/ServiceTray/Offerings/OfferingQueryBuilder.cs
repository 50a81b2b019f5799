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
    public SearchQuery Build(Language? language, OfferingOrder order, PageRequest page) => new()
    {
        Text = filter.Text,
        AllWords = filter.AllWords == true,
        Language = language?.Tag(),
        Expansions = NeedExpansions.Of(needs),
        Keywords = [.. Keywords(), .. Sure().Select(condition => new KeywordFilter(condition.Field, [condition.Met]))],
        Numbers = [.. Numbers()],
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
    public IEnumerable<SearchQuery> WithNotTold(SearchQuery query)
    {
        var sure = Sure().ToList();
        for (var untold = 0; untold < sure.Count; untold++)
        {
            var conditions = sure.Select((condition, i) => new KeywordFilter(
                condition.Field,
                i < untold ? [condition.Met] : i == untold ? [condition.NotTold] : [condition.Met, condition.NotTold]));
            yield return query with
            {
                Keywords = [.. Keywords(), .. conditions],
                Page = new PageRequest(OfferingSearch.NotToldSize),
            };
        }
    }

    /// <summary>The conditions that a record may leave untold, with the words for met and for not told.</summary>
    private IEnumerable<(string Field, string Met, string NotTold)> Sure()
    {
        if (filter.Free is { } free)
        {
            yield return (IndexFields.Free, free ? IndexFields.Yes : IndexFields.No, IndexFields.NotTold);
        }

        foreach (var aspect in (filter.Accessibility ?? []).Distinct())
        {
            yield return (IndexFields.Accessibility, $"{aspect}", $"{aspect}{IndexFields.NotTold}");
        }
    }

    private IEnumerable<KeywordFilter> Keywords() =>
        new (string Field, IEnumerable<string>? Values)[]
        {
            (IndexFields.Kind, filter.Kinds?.Select(kind => $"{kind}")),
            (IndexFields.Theme, filter.Themes?.Select(theme => $"{theme}")),
            (IndexFields.Municipality, filter.Municipalities),
            (IndexFields.County, filter.Counties),
            (IndexFields.Audience, filter.Audiences?.Select(audience => $"{audience}")),
            (IndexFields.Mode, filter.Modes?.Select(mode => $"{mode}")),
            (IndexFields.Access, filter.Access?.Select(access => $"{access}")),
            (IndexFields.Language, filter.Languages?.Select(tag => tag.ToLowerInvariant())),
            (IndexFields.Organisation, filter.Organisations?.Select(id => $"{Guid.Parse(id)}")),
            (IndexFields.LowThreshold, filter.LowThreshold == true ? [IndexFields.Yes] : null),
            (IndexFields.AcceptsReferrals, filter.AcceptsReferrals == true ? [IndexFields.Yes] : null),
            (IndexFields.HasRoom, filter.HasRoom == true ? [IndexFields.Yes] : null),
        }
        .Select(asked => (asked.Field, Values: asked.Values?.ToList()))
        .Where(asked => asked.Values is { Count: > 0 })
        .Select(asked => new KeywordFilter(asked.Field, asked.Values!));

    private IEnumerable<NumberFilter> Numbers()
    {
        // What is over is not found; it stays readable by its link.
        yield return new NumberFilter(IndexFields.Ends, null, null, MissingPasses: true) { FromNow = true };
        if (filter.AgeYears is { } age)
        {
            yield return new NumberFilter(IndexFields.MinimumAge, null, age, MissingPasses: true);
            yield return new NumberFilter(IndexFields.MaximumAge, age, null, MissingPasses: true);
        }

        if (filter.GuidancePoint == true)
        {
            var today = HelsinkiTime.Day(now).DayNumber;
            yield return new NumberFilter(IndexFields.GuidanceFrom, null, today);
            yield return new NumberFilter(IndexFields.GuidanceTo, today, null);
        }
    }

    private Reach Reach(Spot spot, double radiusKm)
    {
        var codes = regions.CodesOf(spot);
        var inAland = codes.Select(code => regions[code]).Any(region => region is { Kind: RegionKind.Municipality, County: null });
        return new Reach(
            new GeoPoint(spot.Coordinates.Latitude, spot.Coordinates.Longitude),
            radiusKm * 1000,
            [.. codes, IndexFields.Everywhere, .. inAland ? Array.Empty<string>() : [IndexFields.EverywhereButAland]]);
    }
}
