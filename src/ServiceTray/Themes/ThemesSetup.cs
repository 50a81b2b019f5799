using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Themes;

/// <summary>Brings the themes into the service.</summary>
internal static class ThemesSetup
{
    public static GraphQLBuilder AddThemes(this GraphQLBuilder graphql) => graphql
        .Bind<Theme>().Bind<ThemeCode>()
        .AddResolvers(typeof(ThemeQueries), On.Query)
        .AddResolvers(typeof(ThemeFields), On.Type("Theme"));
}
