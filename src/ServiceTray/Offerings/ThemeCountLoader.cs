using ServiceTray.GraphQL;
using ServiceTray.Search.Querying;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>Counts the offerings of all themes in one search, however many are asked.</summary>
internal sealed class ThemeCountLoader(OfferingSearch search) : BatchLoader<ThemeCode, int>
{
    protected override Task<IReadOnlyDictionary<ThemeCode, int>> FetchAsync(IReadOnlyList<ThemeCode> keys, CancellationToken cancellationToken)
    {
        var page = search.Find(new OfferingFilter(), null, OfferingOrder.Name, new PageRequest(0), [new(IndexFields.Theme)]);
        return Task.FromResult<IReadOnlyDictionary<ThemeCode, int>>(
            page.Facet(IndexFields.Theme).ToDictionary(found => Enum.Parse<ThemeCode>(found.Value), found => found.Count));
    }
}
