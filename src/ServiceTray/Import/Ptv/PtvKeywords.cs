using ServiceTray.Languages;

namespace ServiceTray.Import.Ptv;

/// <summary>The words a service is also found by: its other names, subject terms, keywords and the collections it belongs to, in every language.</summary>
internal static class PtvKeywords
{
    public static IReadOnlyList<Text> Read(PtvService service) =>
    [
        .. service.ServiceNames.Of("AlternativeName")
            .Concat(service.OntologyTerms.Told().SelectMany(term => term.Name.Told()))
            .Concat(service.Keywords.Told())
            .Concat(service.ServiceCollections.Told().SelectMany(collection => collection.Name.Told()))
            .Select(PtvTexts.Plain)
            .OfType<Text>()
            .DistinctBy(text => (text.Language.ToLowerInvariant(), text.Value.ToLowerInvariant())),
    ];
}
