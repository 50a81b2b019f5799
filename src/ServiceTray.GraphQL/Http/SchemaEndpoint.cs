using Microsoft.AspNetCore.Http;
using ServiceTray.GraphQL.Schema;

namespace ServiceTray.GraphQL.Http;

/// <summary>The schema as SDL, for those who may introspect.</summary>
internal sealed class SchemaEndpoint(GraphQLServer server)
{
    private readonly string sdl = SchemaPrinter.Print(server.Schema);

    public Task HandleAsync(HttpContext context)
    {
        if (server.Options.AllowIntrospection?.Invoke(context) == false)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/graphql; charset=utf-8";
        return context.Response.WriteAsync(sdl, context.RequestAborted);
    }
}
