namespace ServiceTray.Web;

/// <summary>Sends with every answer what keeps a resident's visit her own: nothing told to other hosts, nothing fetched from them but the map's tiles when those are set, no form sent to them.</summary>
internal sealed class SafetyHeaders
{
    // Developers' own pages set styles as they run.
    private static readonly string[] Tools = ["/graphql", "/swagger"];

    private readonly RequestDelegate next;
    private readonly string pages;
    private readonly string tools;
    private readonly Func<object, Task> write;

    public SafetyHeaders(RequestDelegate next, TraySettings settings)
    {
        this.next = next;
        pages = Policy("'self'", settings.TilesOrigin);
        tools = Policy("'self' 'unsafe-inline'", null);

        // One for all requests.
        write = context => Write((HttpContext)context);
    }

    public Task InvokeAsync(HttpContext context)
    {
        // When the answer starts, so that an error page, for which headers are cleared, has them too.
        context.Response.OnStarting(write, context);
        return next(context);
    }

    private Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = context.Request.Path.IsUnderAny(Tools, StringComparison.OrdinalIgnoreCase) ? tools : pages;
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // Told to a script of the framework that no page has.
        headers.Remove("blazor-enhanced-nav");
        return Task.CompletedTask;
    }

    private static string Policy(string styles, string? tiles)
    {
        var others = tiles is null ? "" : $" {tiles}";
        return $"default-src 'self'; script-src 'self'; style-src {styles}; img-src 'self' data: blob:{others}; worker-src 'self' blob:; connect-src 'self'{others}; "
            + $"font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
