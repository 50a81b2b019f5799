using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceTray.GraphQL.Http;

/// <summary>Puts a GraphQL server into an ASP.NET Core application.</summary>
public static class GraphQLSetup
{
    /// <summary>Registers the server; nothing is built before <see cref="MapGraphQL"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="build">Tells schema, bindings, resolvers, loaders and options.</param>
    public static IServiceCollection AddGraphQL(this IServiceCollection services, Action<GraphQLBuilder> build)
    {
        var builder = new GraphQLBuilder(services);
        build(builder);
        return services.AddCors().AddSingleton(builder);
    }

    /// <summary>
    /// Builds the server and answers at a path: GET and POST there, <c>graphiql.js</c> and <c>schema.graphql</c> below it.
    /// </summary>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="path">The path, as <c>/graphql</c>.</param>
    /// <exception cref="SchemaException">The schema is not valid, or fields, enum values or inputs have no counterpart; all are told together.</exception>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var server = GraphQLServer.Build(endpoints.ServiceProvider.GetRequiredService<GraphQLBuilder>(), endpoints.ServiceProvider);
        var group = endpoints.MapGroup(path);
        var crossSite = new CrossSite(server.Options, endpoints.ServiceProvider.GetRequiredService<ICorsService>());
        group.Map("", new GraphQLEndpoint(server, crossSite).HandleAsync);
        group.MapGet("/graphiql.js", GraphiQLPage.ScriptAsync);
        group.MapGet("/schema.graphql", new SchemaEndpoint(server).HandleAsync);
        return group;
    }
}
