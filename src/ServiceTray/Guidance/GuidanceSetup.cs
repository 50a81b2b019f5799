using ServiceTray.Accounts;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Guidance.Materials;
using ServiceTray.Places;

namespace ServiceTray.Guidance;

/// <summary>Brings guidance into the service.</summary>
internal static class GuidanceSetup
{
    public static IServiceCollection AddGuidance(this IServiceCollection services, string seedFolder) => services
        .AddSingleton(services => HelpRows.Read(Path.Combine(seedFolder, "help", "help.json"), services.GetRequiredService<Regions>()))
        .AddSingleton(_ => MaterialShelf.Read(Path.Combine(seedFolder, "materials", "materials.json")))
        .AddHostedService<HelpClock>()
        .AddSingleton<GuidanceLog>()
        .AddSingleton(new OwnLink(GuidanceEndpoints.Path, language => Texts.In(language)["Title"]));

    public static GraphQLBuilder AddGuidance(this GraphQLBuilder graphql) => graphql
        .Bind<Material>()
        .AddResolvers(typeof(MaterialQueries), On.Query)
        .AddResolvers(typeof(MaterialFields), On.Type("Material"));
}
