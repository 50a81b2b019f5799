using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ServiceTray.Refusals;

namespace ServiceTray.Web.Rest;

/// <summary>400: a parameter cannot be read.</summary>
internal sealed class Malformed(string argument, string detail) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status400BadRequest;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Problem), [Problem.ContentType]));

    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(
        httpContext,
        Problem.Of(StatusCodes.Status400BadRequest, RefusalCodes.FilterInvalid, detail) with { Argument = argument });
}
