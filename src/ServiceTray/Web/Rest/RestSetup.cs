namespace ServiceTray.Web.Rest;

/// <summary>Brings what every REST endpoint shares into the service.</summary>
internal static class RestSetup
{
    public static IServiceCollection AddRest(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json => RestJson.Configure(json.SerializerOptions))

        // What cannot be read is thrown in every environment, for one place to tell it.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .AddApiDescription();

    /// <summary>Maps the rooms' endpoints under /api/v1, and their description.</summary>
    public static void MapRest(this WebApplication app, Action<RouteGroupBuilder> rooms)
    {
        rooms(app.MapGroup("/api/v1").AsRest());
        app.MapApiDescription();
    }

    /// <summary>Paths that are described, know their parameters, and say how they fail.</summary>
    public static RouteGroupBuilder AsRest(this RouteGroupBuilder paths) => paths
        .AddEndpointFilter<OpenAnswers>()
        .AddEndpointFilter<KnownParameters>()
        .WithMetadata(QueryParameter.Language)
        .WithMetadata(Failing(StatusCodes.Status400BadRequest), Failing(StatusCodes.Status500InternalServerError));

    /// <summary>What an endpoint that takes a filter may refuse.</summary>
    public static RouteHandlerBuilder MayRefuse(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Failing(StatusCodes.Status422UnprocessableEntity));

    /// <summary>What an endpoint that takes a body may refuse besides.</summary>
    public static RouteHandlerBuilder TakesBody(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(Failing(StatusCodes.Status413PayloadTooLarge), Failing(StatusCodes.Status415UnsupportedMediaType));

    /// <summary>What an endpoint that takes a code may refuse besides.</summary>
    public static RouteHandlerBuilder MayTire(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Failing(StatusCodes.Status429TooManyRequests));

    /// <summary>An endpoint whose answer pages of any origin may read.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(Rest.OpenToAll.Told);

    /// <summary>An endpoint for programs that were given a token, and for people who are signed in.</summary>
    public static RouteHandlerBuilder NeedsToken(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(TokenNeed.Told, Failing(StatusCodes.Status401Unauthorized), Failing(StatusCodes.Status403Forbidden));

    /// <summary>Another way in which an endpoint may fail.</summary>
    public static RouteHandlerBuilder Meets(this RouteHandlerBuilder endpoint, int status) => endpoint.WithMetadata(Failing(status));

    /// <summary>The parameters that an endpoint knows.</summary>
    public static RouteHandlerBuilder Knows(this RouteHandlerBuilder endpoint, IEnumerable<QueryParameter> parameters) =>
        endpoint.WithMetadata([.. parameters]);

    private static ProducesResponseTypeMetadata Failing(int status) => new(status, typeof(Problem), [Problem.ContentType]);
}
