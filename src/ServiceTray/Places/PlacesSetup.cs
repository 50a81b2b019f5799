using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Places;

/// <summary>Brings places into the service.</summary>
internal static class PlacesSetup
{
    /// <summary>Adds the regions and the gazetteer, read at first need from <c>seed-data/places</c> beside the program.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services) => services
        .AddSingleton(_ => RegionReader.Read(Path.Combine(AppContext.BaseDirectory, "seed-data", "places")))
        .AddSingleton<Gazetteer>();

    /// <summary>Binds the room's types and resolvers.</summary>
    public static GraphQLBuilder AddPlaces(this GraphQLBuilder graphql) => graphql
        .Bind<Place>().Bind<Coordinates>().Bind<Region>().Bind<Spot>().Bind<RegionKind>().Bind<SpotPrecision>()
        .AddResolvers(typeof(PlaceQueries), On.Query)
        .AddResolvers(typeof(PlaceFields), On.Type("Place"))
        .AddResolvers(typeof(RegionFields), On.Type("Region"))
        .AddResolvers(typeof(SpotFields), On.Type("Spot"));
}
