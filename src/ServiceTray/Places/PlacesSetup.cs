using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Places;

/// <summary>Brings places into the service.</summary>
internal static class PlacesSetup
{
    /// <summary>Adds the regions and the gazetteer, read at first need from <c>places</c> in the seed folder.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services, string seedFolder) => services
        .AddSingleton(_ => RegionReader.Read(Path.Combine(seedFolder, "places")))
        .AddSingleton<Gazetteer>();

    /// <summary>Binds the room's types and resolvers.</summary>
    public static GraphQLBuilder AddPlaces(this GraphQLBuilder graphql) => graphql
        .Bind<Place>().Bind<Coordinates>().Bind<Region>().Bind<Spot>().Bind<RegionKind>().Bind<SpotPrecision>()
        .AddResolvers(typeof(PlaceQueries), On.Query)
        .AddResolvers(typeof(PlaceFields), On.Type("Place"))
        .AddResolvers(typeof(RegionFields), On.Type("Region"))
        .AddResolvers(typeof(SpotFields), On.Type("Spot"))
        .AddLoader<PlaceLoader>();
}
