using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace ServiceTray.Web.Rest;

/// <summary>The API's description, made at first need and then kept.</summary>
internal sealed class ApiDescription(IServiceScopeFactory scopes)
{
    public const string Name = "v1";

    private string? written;

    /// <summary>As OpenAPI 3.0.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (written is not null)
        {
            return written;
        }

        await using var scope = scopes.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Name);
        return written = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellationToken);
    }
}
