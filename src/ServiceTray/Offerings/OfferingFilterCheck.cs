using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Search.Geography;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Refuses a filter that no search can answer, naming the argument.</summary>
internal static class OfferingFilterCheck
{
    private const int LongestList = 400;

    // As much as the index reads of a query: what it would pass over in silence is refused.
    private static readonly SearchLimits Limits = new();

    // Written once, as hardly any search is refused.
    private static readonly string TooManyValues = $"At most {LongestList} values.";
    private static readonly string AsWordsWrong = $"At most {Limits.QueryWords} words, and they must be text.";
    private static readonly string TooManyWords = $"At most {Limits.QueryWords} different words are searched for at once; say it in fewer.";
    private static readonly string TooLong = $"Words take at most {Limits.QueryLength} characters.";
    private static readonly string CornersWrong = $"An area has {GeoPolygon.FewestCorners} to {LongestList} corners.";
    private static readonly string CornersSame = $"An area has {GeoPolygon.FewestCorners} corners that differ.";

    /// <exception cref="FilterInvalidException">The filter cannot be accepted.</exception>
    public static void Check(OfferingFilter filter, OfferingOrder order, Regions regions)
    {
        CheckText(filter.Text);
        if (filter.Near is { } near)
        {
            CheckNear(near);
        }

        if (filter.Within is { } box)
        {
            CheckBox(box);
        }

        CheckArea(filter.Inside);
        CheckTimes(filter);
        Refuse(filter.AsWords?.Count > Limits.QueryWords || filter.AsWords?.Any(word => word is null || !ReadableText.Is(word)) == true, "asWords", AsWordsWrong);
        CheckRegions("municipalities", filter.Municipalities, RegionKind.Municipality, regions);
        CheckRegions("counties", filter.Counties, RegionKind.County, regions);
        Refuse(filter.AgeYears is < 0 or > 130, "ageYears", "An age is from 0 to 130 years.");
        Refuse(filter.Languages?.Any(tag => tag is not { Length: >= 2 and <= 35 } || !tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) ?? false, "languages", "A language is a tag such as fi.");
        Refuse(filter.Languages?.Count > LongestList, "languages", TooManyValues);
        Refuse(filter.Organisations?.Count > LongestList, "organisations", TooManyValues);
        Refuse(filter.Organisations?.Any(id => !Guid.TryParse(id, out _)) ?? false, "organisations", "An organisation is known by its id.");
        Refuse(order == OfferingOrder.Nearest && filter.Near is null, "order", "NEAREST needs near.");
    }

    /// <summary>Refuses an answer to a part of the words only.</summary>
    /// <exception cref="FilterInvalidException">The filter has more words than are read.</exception>
    public static void CheckRead(SearchPage found) =>
        Refuse(found.Truncated, "text", TooManyWords);

    /// <summary>Refuses words that are too many letters, or no text.</summary>
    /// <exception cref="FilterInvalidException">They cannot be accepted.</exception>
    public static void CheckText(string? text)
    {
        Refuse(text?.Length > Limits.QueryLength, "text", TooLong);
        Refuse(!ReadableText.Is(text), "text", "Words must be text: no NUL, no half of a surrogate pair, no U+FFFE.");
    }

    private static void CheckNear(NearInput near)
    {
        Refuse((near.At.Place is null) == (near.At.Coordinates is null), "near", "A spot is a place or coordinates, one of them.", "place");
        Refuse(!(near.RadiusKm is > 0 and <= NearInput.LargestRadiusKm), "near", "The radius is more than 0 and at most 500 km.", "radiusKm");
        Refuse(near.At.Coordinates is { } at && !Coordinates.Are(at.Latitude, at.Longitude), "near", "Coordinates are degrees on the globe.", near.At.Coordinates is { Latitude: >= -90 and <= 90 } ? "lon" : "lat");
    }

    private static void CheckBox(BoxInput box) => Refuse(
        !Coordinates.Are(box.South, box.West) || !Coordinates.Are(box.North, box.East) || box.South > box.North || box.West > box.East,
        "within",
        "A box has south below north and west before east, in degrees on the globe.");

    private static void CheckArea(IReadOnlyList<CoordinatesInput>? corners)
    {
        Refuse(corners is { Count: < GeoPolygon.FewestCorners or > LongestList }, "inside", CornersWrong);
        Refuse(corners?.Any(corner => !Coordinates.Are(corner.Latitude, corner.Longitude)) == true, "inside", "Corners are degrees on the globe.");
        Refuse(corners?.Distinct().Count() < GeoPolygon.FewestCorners, "inside", CornersSame);
    }

    private static void CheckTimes(OfferingFilter filter)
    {
        Refuse(filter.From >= filter.To, "to", "The end of the span is after its start.");
        Refuse(filter.From?.Year is < 1900 or > 9990, "from", "A year is from 1900 to 9990.");
        Refuse(filter.To?.Year is < 1900 or > 9990, "to", "A year is from 1900 to 9990.");
    }

    private static void CheckRegions(string argument, IReadOnlyList<string>? codes, RegionKind kind, Regions regions)
    {
        Refuse(codes?.Count > LongestList, argument, TooManyValues);
        foreach (var code in codes ?? [])
        {
            if (regions[code]?.Kind != kind)
            {
                throw new FilterInvalidException(argument, $"{kind} is known by its code, and there is none such.");
            }
        }
    }

    private static void Refuse(bool wrong, string argument, string message, string? member = null)
    {
        if (wrong)
        {
            throw new FilterInvalidException(argument, message, member);
        }
    }
}
