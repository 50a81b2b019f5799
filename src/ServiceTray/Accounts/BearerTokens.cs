namespace ServiceTray.Accounts;

/// <summary>Finds out which program asks, by the token in its request (RFC 6750); a token that is nobody's is refused and not taken for none.</summary>
internal sealed class BearerTokens(RequestDelegate next, MachineClientDesk clients)
{
    private const string Scheme = "Bearer";
    private const int Longest = 200;

    public Task InvokeAsync(HttpContext context) => TokenOf(context.Request) is { } token ? KnowAsync(context, token) : next(context);

    /// <summary>The token that a request came with; null: none.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.AsSpan(Scheme.Length) is [] or [' ', ..] ? header[Scheme.Length..].Trim() : null;
    }

    private async Task KnowAsync(HttpContext context, string token)
    {
        if (token.Length > Longest || await clients.OfTokenAsync(token, context.RequestAborted) is not { } caller)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return;
        }

        context.Features.Set(caller);
        await next(context);
    }
}
