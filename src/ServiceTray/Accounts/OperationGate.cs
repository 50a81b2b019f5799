namespace ServiceTray.Accounts;

/// <summary>Lets each request through only as the table of operations says.</summary>
internal sealed class OperationGate(RequestDelegate next, OperationTable operations, ILogger<OperationGate> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern })
        {
            Check(context, context.Request.Method, pattern);
        }

        return next(context);
    }

    private void Check(HttpContext context, string method, string pattern)
    {
        if (operations.OfPath(method, pattern) is not { } row)
        {
            logger.LogError("{Method} {Pattern} has no row in operations.txt, so nobody may", method, pattern);
            throw new ForbiddenException();
        }

        row.Check(context.Features.Get<Caller>() ?? Caller.Nobody);
    }
}
