using ServiceTray.Search.Querying;
using ServiceTray.Themes;

namespace ServiceTray.Offerings;

/// <summary>What offerings add to a theme.</summary>
internal static class ThemeCountFields
{
    public static int OfferingCount(Theme theme, OfferingSearch search) =>
        search.Find(new OfferingFilter { Themes = [theme.Code] }, null, OfferingOrder.Name, new PageRequest(0)).Total;
}
