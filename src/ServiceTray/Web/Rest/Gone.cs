using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ServiceTray.Refusals;

namespace ServiceTray.Web.Rest;

/// <summary>410: something had this id, and its source has taken it back.</summary>
internal sealed class Gone : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status410Gone;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status410Gone, typeof(Problem), [Problem.ContentType]));

    public Task ExecuteAsync(HttpContext httpContext) =>
        ProblemWriter.WriteAsync(httpContext, Problem.Of(StatusCodes.Status410Gone, RefusalCodes.Gone, "What had this id was taken back by its source."));
}
