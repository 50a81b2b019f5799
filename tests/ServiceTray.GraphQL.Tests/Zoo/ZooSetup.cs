using ServiceTray.GraphQL.Http;

namespace ServiceTray.GraphQL.Tests.Zoo;

internal static class ZooSetup
{
    public static GraphQLBuilder AddZoo(GraphQLBuilder graphql) => graphql
        .AddSchema(typeof(ZooSetup).Assembly)
        .Bind<Person>().Bind<Robot>().Bind<Dog>().Bind<Cat>().Bind<Deep>().Bind<Counter>().Bind<Color>().Bind<RobotKind>("Model")
        .AddResolvers(typeof(ZooQueries), On.Query)
        .AddResolvers(typeof(ZooMutations), On.Mutation)
        .AddResolvers(typeof(ZooSubscriptions), On.Subscription)
        .AddResolvers(typeof(ZooFields), On.Type("Person"))
        .AddResolvers(typeof(RobotFields), On.Type("Robot"))
        .AddResolvers(typeof(DeepFields), On.Type("Deep"))
        .AddLoader<PersonLoader>();
}
