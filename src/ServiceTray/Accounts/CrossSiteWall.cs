using System.Security.Claims;

namespace ServiceTray.Accounts;

/// <summary>What another site makes a browser send is from nobody, whatever cookie comes with it.</summary>
internal sealed class CrossSiteWall(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && IsFromElsewhere(context.Request))
        {
            context.User = new ClaimsPrincipal();
            context.Features.Set<Caller>(null);
        }

        return next(context);
    }

    // Browsers tell either; a program that is no browser tells neither, and has no cookie that it was not given.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
