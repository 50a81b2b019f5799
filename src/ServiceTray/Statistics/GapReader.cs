using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Statistics;

/// <summary>Tells what is on offer where, theme by theme, so that it is seen what is missing.</summary>
internal sealed class GapReader(OfferingSearch search, Regions regions)
{
    /// <summary>The county's municipalities by name, each with how many offerings there are of every theme.</summary>
    public IReadOnlyList<GapRow> Read(string county) =>
    [
        .. from municipality in regions.Municipalities
           where municipality.County == county
           orderby municipality.Name.Pick(Language.Fi).Value
           select new GapRow(municipality, Counts(municipality.Code)),
    ];

    private List<GapCell> Counts(string municipality)
    {
        var page = search.FindFirst(new OfferingFilter { Municipalities = [municipality] }, OfferingOrder.Name, 0);
        var found = new OfferingFacets(page, regions).Themes.ToDictionary(count => count.Theme.Code, count => count.Count);
        return [.. Theme.All.Select(theme => new GapCell(theme.Code, found.GetValueOrDefault(theme.Code)))];
    }
}

/// <summary>A municipality and what is on offer there.</summary>
internal sealed record GapRow(Region Municipality, IReadOnlyList<GapCell> Themes);

/// <summary>How many offerings of a theme there are.</summary>
internal sealed record GapCell(ThemeCode Theme, int Offerings);
