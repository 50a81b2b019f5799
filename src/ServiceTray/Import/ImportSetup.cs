using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Import.Remote;
using ServiceTray.Import.Seed;

namespace ServiceTray.Import;

/// <summary>Brings the ways in into the service.</summary>
internal static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton(new RemoteLimits())
        .AddSingleton<RemoteClient>()
        .AddSingleton<RecordStage>()
        .AddSingleton<StageApplier>()
        .AddSingleton<Importer>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<ImportClock>()
        .AddHostedService(services => services.GetRequiredService<ImportClock>())
        .AddSingleton<SeedLoader>();

    public static GraphQLBuilder AddImport(this GraphQLBuilder graphql) => graphql
        .Bind<ImportRunAnswer>("ImportRun").Bind<ImportRunState>().Bind<ImportCount>().Bind<ImportProblem>()
        .AddResolvers(typeof(ImportQueries), On.Query);
}
