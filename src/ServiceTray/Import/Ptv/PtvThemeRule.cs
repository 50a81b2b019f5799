using ServiceTray.Themes;

namespace ServiceTray.Import.Ptv;

/// <summary>Services of a class, or those of them that a word names, belong to a theme.</summary>
/// <param name="Key">What the report calls it.</param>
/// <param name="Theme">The theme it gives.</param>
/// <param name="Uris">The classes' URIs, of the old list and the new: names and codes change, these last.</param>
/// <param name="Words">Words of which the service's names, terms or keywords must hold one, <c>päihde*</c> for how one begins; none: the class is enough.</param>
internal sealed record PtvThemeRule(string Key, ThemeCode Theme, IReadOnlySet<string> Uris, IReadOnlyList<string> Words)
{
    private static readonly char[] Between = [.. " \t\n,.;:/()[]\"'!?"];

    /// <summary>Whether the rule takes a service.</summary>
    public bool Takes(PtvService service) =>
        service.ServiceClasses.Told().Any(term => term.Uri is not null && Uris.Contains(term.Uri)) && (Words.Count == 0 || Said(service).Any(IsMeant));

    private static IEnumerable<string> Said(PtvService service) =>
        service.ServiceNames.Told()
            .Concat(service.OntologyTerms.Told().SelectMany(term => term.Name.Told()))
            .Concat(service.Keywords.Told())
            .SelectMany(text => (text.Value ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries));

    private bool IsMeant(string said) => Words.Any(word =>
        word.EndsWith('*')
            ? said.StartsWith(word[..^1], StringComparison.OrdinalIgnoreCase)
            : said.Equals(word, StringComparison.OrdinalIgnoreCase));
}
