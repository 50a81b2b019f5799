using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace ServiceTray.Web.Rest;

/// <summary>Writes a problem as the answer.</summary>
internal static class ProblemWriter
{
    public static Task WriteAsync(HttpContext http, Problem problem)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.ContentLanguage = "en";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ETag = default;
        return http.Response.WriteAsJsonAsync(problem, options, Problem.ContentType, http.RequestAborted);
    }
}
