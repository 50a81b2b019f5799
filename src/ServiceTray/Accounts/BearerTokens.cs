namespace ServiceTray.Accounts;

/// <summary>Finds out which program asks, by the token in its request (RFC 6750); a token that is nobody's is refused and not taken for none.</summary>
internal sealed class BearerTokens(RequestDelegate next, MachineClientDesk clients)
{
    private const string Scheme = "Bearer";
    private const int Longest = 200;

    public async Task InvokeAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.AsSpan(Scheme.Length) is [] or [' ', ..])
        {
            var token = header[Scheme.Length..].Trim();
            if (token.Length > Longest || await clients.OfTokenAsync(token, context.RequestAborted) is not { } caller)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                return;
            }

            context.Features.Set(caller);
        }

        await next(context);
    }
}
