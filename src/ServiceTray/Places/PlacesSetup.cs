using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Places;

/// <summary>Brings places into the service.</summary>
internal static class PlacesSetup
{
    /// <summary>Adds the regions and the gazetteer, read at first need from <c>places</c> in the seed folder, and the borders in the data folder, where there are any.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services, string seedFolder, string dataFolder) => services
        .AddSingleton(_ => RegionReader.Read(Path.Combine(seedFolder, "places"), Path.Combine(dataFolder, MunicipalBorders.FileName)))
        .AddSingleton<Gazetteer>();

    /// <summary>Binds the room's types and resolvers.</summary>
    public static GraphQLBuilder AddPlaces(this GraphQLBuilder graphql) => graphql
        .Bind<Place>().Bind<Coordinates>().Bind<Region>().Bind<Spot>().Bind<RegionKind>().Bind<SpotPrecision>().Bind<MunicipalityBy>()
        .AddResolvers(typeof(PlaceQueries), On.Query)
        .AddResolvers(typeof(PlaceFields), On.Type("Place"))
        .AddResolvers(typeof(RegionFields), On.Type("Region"))
        .AddResolvers(typeof(SpotFields), On.Type("Spot"))
        .AddLoader<PlaceLoader>();
}
