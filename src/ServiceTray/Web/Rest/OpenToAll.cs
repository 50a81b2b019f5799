namespace ServiceTray.Web.Rest;

/// <summary>Says that an endpoint's answer is public data, which a page of any origin may read; it is the same whoever asks, and browsers send no cookie along.</summary>
internal sealed class OpenToAll
{
    public static OpenToAll Told { get; } = new();
}

/// <summary>Lets pages of any origin read the answers that are open to all, with what leads to the next page and the entity tag.</summary>
internal sealed class OpenAnswers : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null)
        {
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers.AccessControlExposeHeaders = "ETag, Link";
        }

        return next(context);
    }
}
