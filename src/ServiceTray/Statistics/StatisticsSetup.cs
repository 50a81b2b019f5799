using ServiceTray.Accounts;
using ServiceTray.GraphQL;
using ServiceTray.GraphQL.Http;

namespace ServiceTray.Statistics;

/// <summary>Brings numbers without persons into the service.</summary>
internal static class StatisticsSetup
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services
        .AddSingleton<StatisticsCounter>()
        .AddSingleton<StatisticsDesk>()
        .AddSingleton<GapReader>()
        .AddSingleton(new OwnLink(StatisticsEndpoints.Path, language => Texts.In(language)["Title"]));

    public static GraphQLBuilder AddStatistics(this GraphQLBuilder graphql) => graphql
        .Bind<StatisticsReport>().Bind<StatisticsTable>().Bind<StatisticsCell>().Bind<StatisticsMeasures>().Bind<StatisticsSubject>()
        .Bind<GapRow>().Bind<GapCell>()
        .AddResolvers(typeof(StatisticsQueries), On.Query);
}
