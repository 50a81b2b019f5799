using ServiceTray.Places;
using ServiceTray.Themes;
using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>Counts for each filter as if that one filter were not set.</summary>
internal sealed record FacetsAnswer
{
    private const int MostMunicipalities = 400;
    private const int MostLanguages = 50;

    /// <summary>By theme.</summary>
    public required IReadOnlyList<Counted<ThemeCode>> Themes { get; init; }

    /// <summary>Activities and events.</summary>
    public required IReadOnlyList<Counted<OfferingKind>> Kinds { get; init; }

    /// <summary>By municipality, the most first.</summary>
    public required IReadOnlyList<Counted<RegionAnswer>> Municipalities { get; init; }

    /// <summary>By audience.</summary>
    public required IReadOnlyList<Counted<AudienceCode>> Audiences { get; init; }

    /// <summary>By way to take part.</summary>
    public required IReadOnlyList<Counted<AttendanceMode>> Modes { get; init; }

    /// <summary>By way to get in.</summary>
    public required IReadOnlyList<Counted<AccessMode>> Access { get; init; }

    /// <summary>By side of accessibility, told as YES.</summary>
    public required IReadOnlyList<Counted<AccessibilityAspect>> Accessibility { get; init; }

    /// <summary>By language it is given in.</summary>
    public required IReadOnlyList<Counted<string>> Languages { get; init; }

    /// <summary>Told to be free.</summary>
    public required int Free { get; init; }

    /// <summary>Easy to enter.</summary>
    public required int LowThreshold { get; init; }

    public static FacetsAnswer Of(OfferingFacets facets, Language language) => new()
    {
        Themes = [.. facets.Themes.Select(found => new Counted<ThemeCode>(found.Theme.Code, found.Count))],
        Kinds = [.. facets.Kinds.Select(found => new Counted<OfferingKind>(found.Kind, found.Count))],
        Municipalities = [.. facets.Municipalities(MostMunicipalities).Select(found => new Counted<RegionAnswer>(RegionAnswer.Of(found.Region, language), found.Count))],
        Audiences = [.. facets.Audiences.Select(found => new Counted<AudienceCode>(found.Audience.Code, found.Count))],
        Modes = [.. facets.Modes.Select(found => new Counted<AttendanceMode>(found.Mode, found.Count))],
        Access = [.. facets.Access.Select(found => new Counted<AccessMode>(found.Access, found.Count))],
        Accessibility = [.. facets.Accessibility.Select(found => new Counted<AccessibilityAspect>(found.Aspect, found.Count))],
        Languages = [.. facets.Languages(MostLanguages).Select(found => new Counted<string>(found.Language, found.Count))],
        Free = facets.Free,
        LowThreshold = facets.LowThreshold,
    };
}

/// <summary>How many there are of one value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many.</param>
internal sealed record Counted<T>(T Value, int Count);
