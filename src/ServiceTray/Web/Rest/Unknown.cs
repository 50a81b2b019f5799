using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ServiceTray.Refusals;

namespace ServiceTray.Web.Rest;

/// <summary>404: nothing has this id.</summary>
internal sealed class Unknown : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status404NotFound;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(Problem), [Problem.ContentType]));

    public Task ExecuteAsync(HttpContext httpContext) =>
        ProblemWriter.WriteAsync(httpContext, Problem.Of(StatusCodes.Status404NotFound, RefusalCodes.NotFound, "Nothing has this id."));
}
