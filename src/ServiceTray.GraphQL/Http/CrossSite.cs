using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace ServiceTray.GraphQL.Http;

/// <summary>
/// What pages of other sites may do. A POST must be JSON and a GET runs no mutation, so a browser asks before it sends anything that
/// could change something; what it sends without asking, as an image would, is refused here.
/// </summary>
internal sealed class CrossSite(GraphQLOptions options, ICorsService cors)
{
    private static readonly string[] ForcingHeaders = ["GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name", "X-Requested-With"];
    private readonly CorsPolicy policy = MakePolicy(options.AllowedOrigins);

    /// <summary>Whether an answer depends on who asks.</summary>
    public bool VariesByOrigin => policy is { AllowAnyOrigin: false, Origins.Count: > 0 };

    /// <summary>Tells a browser what its page may read; true when that was all it asked (a preflight).</summary>
    public bool Answer(HttpContext context)
    {
        if (policy.Origins.Count == 0 || context.Request.Headers.Origin.Count == 0)
        {
            return false;
        }

        var result = cors.EvaluatePolicy(context, policy);
        result.VaryByOrigin = false; // Told by every answer already.
        cors.ApplyResult(result, context.Response);
        return result is { IsPreflightRequest: true, IsOriginAllowed: true };
    }

    /// <exception cref="HttpRefusal">Another site sent it without asking.</exception>
    public void Check(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (options.RequirePreflight && !HttpMethods.IsPost(context.Request.Method) && !Array.Exists(ForcingHeaders, headers.ContainsKey))
        {
            throw Refuse($"A GET needs one of the headers {string.Join(", ", ForcingHeaders)}, which another site cannot send without asking.");
        }

        // Browsers tell where a request comes from, and no page can change it. A link that is followed shows its answer to the reader alone.
        string? site = headers["Sec-Fetch-Site"];
        if (site is "cross-site" or "same-site" && headers["Sec-Fetch-Mode"] != "navigate" && !IsAllowed(headers.Origin))
        {
            throw Refuse("Pages of other sites are not served here.");
        }
    }

    private static HttpRefusal Refuse(string message) => new(StatusCodes.Status403Forbidden, message);

    private static CorsPolicy MakePolicy(IReadOnlyList<string> origins)
    {
        var policy = new CorsPolicyBuilder([.. origins]).WithMethods("GET", "POST").AllowAnyHeader().WithExposedHeaders("ETag");
        return policy.SetPreflightMaxAge(TimeSpan.FromHours(2)).Build();
    }

    private bool IsAllowed(string? origin) => origin is not null && (policy.AllowAnyOrigin || policy.IsOriginAllowed(origin));
}
