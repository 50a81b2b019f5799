using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>Filters and tags in a resident's words.</summary>
internal static class ChoiceWords
{
    private static readonly HashSet<string> Tongues = new(StringComparer.OrdinalIgnoreCase)
    {
        "fi", "sv", "en", "se", "smn", "sms", "ru", "et", "ar", "so", "uk", "fa", "ku", "de", "fr", "es", "fse", "fi-simple",
    };

    /// <summary>The name of a chosen value.</summary>
    public static string Of(SearchChoice choice, Language language, Regions regions)
    {
        var words = Texts.In(language);
        return choice.Field switch
        {
            SearchFilters.Theme => Theme.Of(PublicWords.Read<ThemeCode>(choice.Value)!.Value).Name.Pick(language).Value,
            SearchFilters.Kind => words.Of(PublicWords.Read<OfferingKind>(choice.Value)!.Value),
            SearchFilters.Audience => Audience.Of(PublicWords.Read<AudienceCode>(choice.Value)!.Value).Name.Pick(language).Value,
            SearchFilters.Mode => words.Of(PublicWords.Read<AttendanceMode>(choice.Value)!.Value),
            SearchFilters.Access => words.Of(PublicWords.Read<AccessMode>(choice.Value)!.Value),
            SearchFilters.Accessibility => words.Of(PublicWords.Read<AccessibilityAspect>(choice.Value)!.Value),
            SearchFilters.When => words.Of(PublicWords.Read<NamedSpan>(choice.Value)!.Value),
            SearchFilters.Weekday => words.Of(PublicWords.Read<Weekday>(choice.Value)!.Value),
            SearchFilters.TimeOfDay => words.Of(PublicWords.Read<TimeOfDay>(choice.Value)!.Value),
            SearchFilters.Municipality => regions.Municipality(choice.Value)?.Name.Pick(language).Value ?? choice.Value,
            SearchFilters.Language => Tongue(choice.Value, language),
            _ => words[$"Facet.{choice.Field}"],
        };
    }

    /// <summary>A language's name, as it is said in the page's; a tag that the tray has no name for is shown as it is.</summary>
    public static string Tongue(string tag, Language language) =>
        Tongues.Contains(tag) ? Texts.In(language)[$"Tongue.{tag.ToLowerInvariant()}"] : tag;
}
