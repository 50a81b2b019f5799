namespace ServiceTray.Web;

/// <summary>Sends with every answer what keeps a resident's visit her own: nothing told to other hosts, nothing fetched from them.</summary>
internal sealed class SafetyHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; "
        + "font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=()";
        return next(context);
    }
}
