using System.Runtime.CompilerServices;
using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Organisations;
using ServiceTray.Search.Querying;

namespace ServiceTray.Offerings;

/// <summary>Offerings, as asked over GraphQL.</summary>
internal static class OfferingQueries
{
    // The same operation is asked again and again.
    private static readonly ConditionalWeakTable<AskedNames, IReadOnlyList<FacetRequest>> Facets = [];

    public static async ValueTask<Offering?> OfferingAsync(string id, OfferingLoader offerings) =>
        Guid.TryParse(id, out var key) ? await offerings.LoadAsync(key) : null;

    public static OfferingConnection Search(
        OfferingFilter? filter, Language? language, OfferingOrder order, int? first, string? after, int? last, string? before, OfferingSearch search, AskedNames asked) =>
        new(search.Find(filter ?? new OfferingFilter(), language, order, PageOf(first, after, last, before), asked.Contain("facets") ? Facets.GetValue(asked, static names => OfferingFacets.Of(names.Contain)) : null));

    public static IReadOnlyList<Completion> Complete(string text, Language? language, int first, OfferingSearch search) => search.Complete(text, language, first);

    private static PageRequest PageOf(int? first, string? after, int? last, string? before) =>
        new(first ?? (last is null ? OfferingSearch.DefaultPageSize : null), after, last, before);

    /// <summary>What an organisation offers, by name.</summary>
    internal static class OnOrganisation
    {
        public static OfferingConnection Offerings(Organisation organisation, int? first, string? after, int? last, string? before, OfferingSearch search) =>
            new(search.Find(new OfferingFilter { Organisations = [$"{organisation.Id}"] }, null, OfferingOrder.Name, PageOf(first, after, last, before)));
    }
}
