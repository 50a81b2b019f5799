using ServiceTray.Themes;

namespace ServiceTray.Guidance.Materials;

/// <summary>Materials, as asked over GraphQL.</summary>
internal static class MaterialQueries
{
    public static IReadOnlyList<Material> Materials(ThemeCode? theme, MaterialShelf shelf) => shelf.About(theme);

    public static Material? Material(string key, MaterialShelf shelf) => shelf.Find(key);
}
