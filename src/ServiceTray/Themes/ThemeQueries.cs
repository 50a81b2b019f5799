namespace ServiceTray.Themes;

/// <summary>Themes, as asked over GraphQL.</summary>
internal static class ThemeQueries
{
    public static IReadOnlyList<Theme> Themes() => ServiceTray.Themes.Theme.All;

    public static Theme Theme(ThemeCode code) => ServiceTray.Themes.Theme.Of(code);
}
