namespace ServiceTray.Places;

/// <summary>temporary</summary>
internal static class PlacesSetup
{
    public static IServiceCollection AddPlaces(this IServiceCollection services, string seedFolder) => services
        .AddSingleton(_ => RegionReader.Read(Path.Combine(seedFolder, "places")))
        .AddSingleton<Gazetteer>();

    public static ServiceTray.GraphQL.Http.GraphQLBuilder AddPlaces(this ServiceTray.GraphQL.Http.GraphQLBuilder graphql) => graphql;
}
