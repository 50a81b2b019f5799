namespace ServiceTray.Web.Rest;

/// <summary>Refuses parameters that the endpoint does not know, so that a misspelt filter is never taken for none.</summary>
internal sealed class KnownParameters : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var known = http.GetEndpoint()!.Metadata.GetOrderedMetadata<QueryParameter>();
        foreach (var name in http.Request.Query.Keys)
        {
            if (known.All(parameter => parameter.Name != name))
            {
                return ValueTask.FromResult<object?>(new Malformed(name, "This address does not know this parameter."));
            }
        }

        return next(context);
    }
}
