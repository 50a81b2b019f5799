using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace ServiceTray.Web.Rest;

/// <summary>301: what had this id was joined into another, which answers for it; kept for an hour, since joining can be undone.</summary>
internal sealed class Moved(string path) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status301MovedPermanently;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status301MovedPermanently));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var asked = httpContext.Request;
        httpContext.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        httpContext.Response.Headers.CacheControl = "max-age=3600";
        httpContext.Response.Headers.Location = asked.PathBase + path + asked.QueryString;
        return Task.CompletedTask;
    }
}
