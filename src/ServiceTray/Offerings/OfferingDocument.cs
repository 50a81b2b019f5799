using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Search.Geography;
using ServiceTray.Search.Indexing;

namespace ServiceTray.Offerings;

/// <summary>An offering as the index knows it: the only file that knows both.</summary>
internal static class OfferingDocument
{
    /// <summary>Dates of a series are known so far ahead; the index is renewed long before that comes.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(550);

    public static IndexDocument Of(PlacedOffering placed, Regions regions, DateTimeOffset now)
    {
        var (offering, _, places) = placed;
        var points = places.Select(place => place.ShownCoordinates).OfType<Coordinates>().Distinct().ToList();
        return new IndexDocument
        {
            Key = offering.Id,
            Texts = [.. Texts(placed)],
            Keywords = Keywords(placed, regions, now),
            Numbers = Numbers(offering),
            Points = [.. points.Select(point => new GeoPoint(point.Latitude, point.Longitude))],
            // What has a place is in reach there; what one may take part in from home is in reach for whom it is available.
            Coverage = points.Count > 0 && !offering.Modes.Any(mode => mode != AttendanceMode.InPerson) ? [] : Coverage(offering.Availability, places),
            Times = [.. offering.TakingPlaceBetween(now - TimeSpan.FromDays(1), now + Ahead).Select(date => new TimeRange(date.StartsAt, date.EndsAt))],
            SortName = offering.Name.Pick(Language.Fi).Value,
            UpdatedAt = offering.UpdatedAt,
        };
    }

    private static IEnumerable<DocumentText> Texts(PlacedOffering placed) =>
    [
        .. In("name", placed.Offering.Name),
        .. In("summary", placed.Offering.Summary),
        .. In("description", placed.Offering.Description),
        .. In("keywords", placed.Offering.Keywords),
        .. In("organisation", placed.Organisation.Name),
        .. placed.Places.SelectMany(place => In("organisation", place.Name)),

        // Whether a bus goes there is told in words alone: it is sought, and is no filter.
        .. placed.Places.SelectMany(place => In("description", place.Arrival)),
    ];

    private static IEnumerable<DocumentText> In(string field, IEnumerable<Text> texts) =>
        texts.Select(text => new DocumentText(field, text.Language, text.Value));

    private static Dictionary<string, IReadOnlyList<string>> Keywords(PlacedOffering placed, Regions regions, DateTimeOffset now)
    {
        var (offering, _, places) = placed;
        var municipalities = Municipalities(placed, regions);
        var points = places.Select(place => place.ShownCoordinates).OfType<Coordinates>().ToList();
        return new(MapCells.Levels.Select(level => KeyValuePair.Create<string, IReadOnlyList<string>>(MapCells.FieldOf(level), [.. points.Select(point => MapCells.Of(point, level)).Distinct()])))
        {
            [IndexFields.Kind] = [$"{offering.Kind}"],
            [IndexFields.Theme] = Names(offering.Themes),
            [IndexFields.Municipality] = municipalities,
            [IndexFields.County] = Counties(municipalities, offering, places.Count > 0, regions),
            [IndexFields.Audience] = Names(offering.Audiences),
            [IndexFields.Mode] = Names(offering.Modes),
            [IndexFields.Access] = Names(offering.Access),
            [IndexFields.Accessibility] = [.. Enum.GetValues<AccessibilityAspect>().Select(aspect => Told(offering, aspect)).OfType<string>()],
            [IndexFields.Language] = offering.Languages,
            [IndexFields.Free] = [offering.Price.Free switch { true => IndexFields.Yes, false => IndexFields.No, null => IndexFields.NotTold }],
            [IndexFields.LowThreshold] = Flag(offering.LowThreshold),
            [IndexFields.AcceptsReferrals] = Flag(offering.AcceptsReferrals),
            [IndexFields.HasRoom] = Flag(offering.Capacity?.State == CapacityState.Room),
            [IndexFields.OpenAt] = offering is Activity activity ? OpenHalves.Of(activity.OpeningHours, now) : [],
            [IndexFields.Organisation] = [$"{offering.OrganisationId}"],
            [IndexFields.Source] = [offering.Source.Name],
        };
    }

    /// <summary>The aspect's name when it is told as yes, with a question mark when it is not told, null when it is told as less.</summary>
    private static string? Told(Offering offering, AccessibilityAspect aspect) =>
        offering.Accessibility.FirstOrDefault(fact => fact.Aspect == aspect)?.State switch
        {
            AccessibilityState.Yes => $"{aspect}",
            null or AccessibilityState.Unknown => $"{aspect}{IndexFields.NotTold}",
            _ => null,
        };

    private static string[] Flag(bool told) => told ? [IndexFields.Yes] : [];

    private static Dictionary<string, double> Numbers(Offering offering)
    {
        var numbers = new Dictionary<string, double>();
        Put(IndexFields.MinimumAge, offering.Ages.Minimum);
        Put(IndexFields.MaximumAge, offering.Ages.Maximum);
        Put(IndexFields.Ends, (offering as Event)?.EndsAt?.ToUnixTimeSeconds());
        Put(IndexFields.NextCheck, Freshness.Of(offering).NextCheckAt.ToUnixTimeSeconds());
        Put(IndexFields.GuidanceFrom, (offering as Activity)?.GuidancePoint?.AgreementFrom.DayNumber);
        Put(IndexFields.GuidanceTo, (offering as Activity)?.GuidancePoint?.AgreementTo.DayNumber);
        return numbers;

        void Put(string field, double? value)
        {
            if (value is { } number)
            {
                numbers[field] = number;
            }
        }
    }

    private static List<string> Municipalities(PlacedOffering placed, Regions regions) =>
        placed.Places.Count > 0
            ? [.. placed.Places.Select(place => place.Municipality).OfType<string>().Distinct()]
            : [.. placed.Offering.Availability.Regions.Where(code => regions[code]?.Kind == RegionKind.Municipality)];

    private static string[] Counties(List<string> municipalities, Offering offering, bool placed, Regions regions)
    {
        var own = placed ? [] : offering.Availability.Regions.Where(code => regions[code]?.Kind == RegionKind.County);
        return [.. municipalities.Select(code => regions[code]?.County).OfType<string>().Concat(own).Distinct()];
    }

    // What goes on in secret is in reach in its municipality, which is all that is told.
    private static string[] Coverage(Availability availability, IReadOnlyList<Place> places) =>
    [
        .. availability.Regions.Concat(places.Where(place => place.Disclosure == PlaceDisclosure.Municipality).Select(place => place.Municipality).OfType<string>()).Distinct(),
        .. availability.Nationwide ? [IndexFields.Everywhere] : Array.Empty<string>(),
        .. availability.ExceptAland ? [IndexFields.EverywhereButAland] : Array.Empty<string>(),
    ];

    private static string[] Names<T>(IEnumerable<T> values)
        where T : struct, Enum => [.. values.Select(value => $"{value}")];
}
