using ServiceTray.Places;
using ServiceTray.Search.Querying;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>Counts for each filter as if that one filter were not set.</summary>
internal sealed class OfferingFacets(OfferingPage page, Regions regions)
{
    private const int LargestFacet = 400;

    // By the names that GraphQL has for them.
    private static readonly Dictionary<string, FacetRequest> ByName = new()
    {
        ["themes"] = new(IndexFields.Theme), ["kinds"] = new(IndexFields.Kind), ["municipalities"] = new(IndexFields.Municipality, LargestFacet),
        ["audiences"] = new(IndexFields.Audience), ["modes"] = new(IndexFields.Mode), ["access"] = new(IndexFields.Access),
        ["accessibility"] = new(IndexFields.Accessibility), ["languages"] = new(IndexFields.Language), ["free"] = new(IndexFields.Free),
        ["lowThreshold"] = new(IndexFields.LowThreshold),
    };

    /// <summary>All that can be counted beside a page.</summary>
    public static IReadOnlyList<FacetRequest> All { get; } = [.. ByName.Values];

    /// <summary>Those whose name an operation asks for.</summary>
    public static IReadOnlyList<FacetRequest> Of(Func<string, bool> isAsked) => [.. ByName.Where(each => isAsked(each.Key)).Select(each => each.Value)];

    public IReadOnlyList<ThemeCount> Themes => Counts<ThemeCode, ThemeCount>(IndexFields.Theme, (code, count) => new(Theme.Of(code), count));

    public IReadOnlyList<KindCount> Kinds => Counts<OfferingKind, KindCount>(IndexFields.Kind, (kind, count) => new(kind, count));

    public IReadOnlyList<AudienceCount> Audiences => Counts<AudienceCode, AudienceCount>(IndexFields.Audience, (code, count) => new(Audience.Of(code), count));

    public IReadOnlyList<ModeCount> Modes => Counts<AttendanceMode, ModeCount>(IndexFields.Mode, (mode, count) => new(mode, count));

    public IReadOnlyList<AccessCount> Access => Counts<AccessMode, AccessCount>(IndexFields.Access, (access, count) => new(access, count));

    public IReadOnlyList<AccessibilityCount> Accessibility =>
        Counts<AccessibilityAspect, AccessibilityCount>(IndexFields.Accessibility, (aspect, count) => new(aspect, count));

    public int Free => CountOf(IndexFields.Free, IndexFields.Yes);

    public int LowThreshold => CountOf(IndexFields.LowThreshold, IndexFields.Yes);

    public IReadOnlyList<RegionCount> Municipalities(int first)
    {
        var counted = page.Facet(IndexFields.Municipality);
        var told = new List<RegionCount>(Math.Min(Checked(first), counted.Count));
        for (var i = 0; i < counted.Count && told.Count < first; i++)
        {
            if (regions.Municipality(counted[i].Value) is { } region)
            {
                told.Add(new RegionCount(region, counted[i].Count));
            }
        }

        return told;
    }

    public IReadOnlyList<LanguageCount> Languages(int first) =>
        [.. page.Facet(IndexFields.Language).Take(Checked(first)).Select(found => new LanguageCount(found.Value, found.Count))];

    private static int Checked(int first) =>
        first is >= 0 and <= LargestFacet ? first : throw new FilterInvalidException("first", $"From 0 to {LargestFacet}.");

    // What is no name of the enum is a word for "not told", which is no facet.
    private List<TCount> Counts<T, TCount>(string field, Func<T, int, TCount> make)
        where T : struct, Enum
    {
        var counted = page.Facet(field);
        var told = new List<TCount>(counted.Count);
        for (var i = 0; i < counted.Count; i++)
        {
            if (Codes<T>.ByName.TryGetValue(counted[i].Value, out var code))
            {
                told.Add(make(code, counted[i].Count));
            }
        }

        return told;
    }

    private int CountOf(string field, string value) => page.Facet(field).FirstOrDefault(found => found.Value == value).Count;

    private static class Codes<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(code => $"{code}", StringComparer.Ordinal);
    }
}

internal sealed record ThemeCount(Theme Theme, int Count);

internal sealed record KindCount(OfferingKind Kind, int Count);

internal sealed record RegionCount(Region Region, int Count);

internal sealed record AudienceCount(Audience Audience, int Count);

internal sealed record ModeCount(AttendanceMode Mode, int Count);

internal sealed record AccessCount(AccessMode Access, int Count);

internal sealed record AccessibilityCount(AccessibilityAspect Aspect, int Count);

internal sealed record LanguageCount(string Language, int Count);
