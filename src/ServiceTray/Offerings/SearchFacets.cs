using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>Lays out the counts of a search as filters to choose from.</summary>
internal static class SearchFacets
{
    private const int MostMunicipalities = 20;
    private const int MostLanguages = 10;

    public static IReadOnlyList<FacetGroup> Of(SearchForm form, OfferingFacets facets) =>
    [
        Group(form, SearchFilters.Theme, facets.Themes.OrderBy(found => found.Theme.Number).Select(found => (PublicWords.Of(found.Theme.Code), found.Count))),
        Group(form, SearchFilters.Kind, facets.Kinds.OrderBy(found => found.Kind).Select(found => (PublicWords.Of(found.Kind), found.Count))),
        Group(form, SearchFilters.Audience, facets.Audiences.OrderBy(found => found.Audience.Code).Select(found => (PublicWords.Of(found.Audience.Code), found.Count))),
        Group(form, SearchFilters.Municipality, facets.Municipalities(MostMunicipalities).Select(found => (found.Region.Code, found.Count))),
        Group(form, SearchFilters.Mode, facets.Modes.OrderBy(found => found.Mode).Select(found => (PublicWords.Of(found.Mode), found.Count))),
        Group(form, SearchFilters.Access, facets.Access.OrderBy(found => found.Access).Select(found => (PublicWords.Of(found.Access), found.Count))),
        Group(form, SearchFilters.Accessibility, facets.Accessibility.OrderBy(found => found.Aspect).Select(found => (PublicWords.Of(found.Aspect), found.Count))),
        Group(form, SearchFilters.Language, facets.Languages(MostLanguages).Select(found => (found.Language, found.Count))),
        Named<NamedSpan>(form, SearchFilters.When),
        Named<Weekday>(form, SearchFilters.Weekday),
        Named<TimeOfDay>(form, SearchFilters.TimeOfDay),
        Group(form, SearchFilters.Free, [(SearchFilters.Yes, facets.Free)]),
        Group(form, SearchFilters.LowThreshold, [(SearchFilters.Yes, facets.LowThreshold)]),
        Group(form, SearchFilters.HasRoom, []),
        Group(form, SearchFilters.GuidancePoint, []),
        AllWords(form),
    ];

    // Times are not counted: what goes on at a time hangs on all other times.
    private static FacetGroup Named<T>(SearchForm form, string field)
        where T : struct, Enum => new(field, [.. Enum.GetValues<T>().Select(PublicWords.Of).Select(value => new FacetOption(new(field, value), 0, form.Has(field, value)))]);

    // Of one word there is nothing to choose.
    private static FacetGroup AllWords(SearchForm form)
    {
        var choice = new SearchChoice(SearchFilters.AllWords, SearchFilters.Yes);
        var isChosen = form.Choices.Contains(choice);
        return new(choice.Field, isChosen || form.Text.Contains(' ', StringComparison.Ordinal) ? [new FacetOption(choice, 0, isChosen)] : []);
    }

    // What is chosen stays to be taken away again, even when nothing has it.
    private static FacetGroup Group(SearchForm form, string field, IEnumerable<(string Value, int Count)> counts)
    {
        var options = counts.Select(found => new FacetOption(new(field, found.Value), found.Count, form.Has(field, found.Value)))
            .Where(option => option.Count > 0 || option.Chosen).ToList();
        var lost = form.Choices.Where(choice => choice.Field == field && options.TrueForAll(option => option.Choice != choice));
        return new(field, [.. options, .. lost.Select(choice => new FacetOption(choice, 0, true))]);
    }
}
