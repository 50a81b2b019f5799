using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;
using ServiceTray.Import.Csv;
using ServiceTray.Import.Remote;
using ServiceTray.Import.Schedule;
using ServiceTray.Import.Seed;

namespace ServiceTray.Import;

/// <summary>Brings the ways in into the service.</summary>
internal static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services, string seedFolder, SourceSchedule? schedule = null) => services
        .AddSingleton(schedule ?? SourceSchedule.None)
        .AddSingleton(_ => TermRules.Read(Path.Combine(seedFolder, "themes", "term-rules.json")))
        .AddSingleton<CsvDesk>()
        .AddSingleton(new RemoteLimits())
        .AddSingleton(services => new RemoteClient(services.GetRequiredService<RemoteLimits>()))
        .AddSingleton<RecordStage>()
        .AddSingleton<StageApplier>()
        .AddSingleton<Importer>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<ImportClock>()
        .AddHostedService(services => services.GetRequiredService<ImportClock>())
        .AddSingleton<ScheduleDesk>()
        .AddSingleton<ScheduleClock>()
        .AddHostedService(services => services.GetRequiredService<ScheduleClock>())
        .AddSingleton<SeedLoader>();

    public static GraphQLBuilder AddImport(this GraphQLBuilder graphql) => graphql
        .Bind<ImportRunAnswer>("ImportRun").Bind<ImportRunState>().Bind<ImportCount>().Bind<ImportProblem>().Bind<ScheduledRuns>("ScheduledImport")
        .AddResolvers(typeof(ImportQueries), On.Query);
}
