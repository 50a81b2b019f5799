using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ServiceTray.Web;

namespace ServiceTray.Accounts.Provider;

/// <summary>Where the provider says that somebody has signed out there, and is out here as well (OpenID Connect Back-Channel Logout).</summary>
internal static class BackChannelEndpoints
{
    public const string Path = "/signout-oidc";

    public static void MapBackChannel(this IEndpointRouteBuilder app) => app.MapPost(Path, EndAsync).LimitFailures().ExcludeFromDescription();

    private static async Task<IResult> EndAsync(HttpContext context, ILoggerFactory logs)
    {
        var services = context.RequestServices;
        if (services.GetService<ProviderDesk>() is not { } desk)
        {
            return ErrorEndpoints.Of(StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var fields = await PageForm.ReadAsync(context.Request, context.RequestAborted);
            var documents = services.GetRequiredService<IOptionsMonitor<ProviderOptions>>().Get(ProviderHandler.Name).Documents;
            await desk.EndAsync(await services.GetRequiredService<LogoutTokenCheck>().ReadAsync(fields["logout_token"].ToString(), documents, context.RequestAborted), context.RequestAborted);
            return Results.Ok();
        }
        catch (Exception fault) when (fault is AuthenticationFailureException or InvalidOperationException or BadHttpRequestException)
        {
            logs.CreateLogger(typeof(BackChannelEndpoints)).LogWarning("A logout that was told was not believed: {Kind}", fault.GetBaseException().GetType());
            return Results.Text("""{"error":"invalid_request"}""", "application/json", statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
