using Microsoft.AspNetCore.Diagnostics;
using ServiceTray.Accounts;
using ServiceTray.Languages;
using ServiceTray.Refusals;
using ServiceTray.Web.Rest;

namespace ServiceTray.Web;

/// <summary>Errors as pages with a sentence and a way on; machines' paths answer in their own way.</summary>
internal static class ErrorEndpoints
{
    private static readonly string[] Machines = ["/api", "/graphql", "/fhir", "/health", "/openapi.json", "/swagger", "/lib", "/css", "/js"];

    /// <summary>The page of a status.</summary>
    public static IResult Of(int status) => PageAnswer.Of<ErrorPage, ErrorShown>(new(status, null), status);

    public static void UsePageErrors(this WebApplication app)
    {
        app.UseWhen(IsPage, pages => pages.UseExceptionHandler(handler => handler.Run(FailAsync)));
        app.UseWhen(IsPage, pages => pages.UseStatusCodePages(answer => Of(answer.HttpContext.Response.StatusCode).ExecuteAsync(answer.HttpContext)));
    }

    private static bool IsPage(HttpContext context) => !context.Request.Path.IsUnderAny(Machines, StringComparison.OrdinalIgnoreCase);

    private static async Task FailAsync(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (fault is BadHttpRequestException refused)
        {
            await Of(refused.StatusCode).ExecuteAsync(context);
            return;
        }

        if (fault is UnauthenticatedException)
        {
            await AskToSignInAsync(context);
            return;
        }

        if (fault is RefusalException refusal)
        {
            await Of(Problem.StatusOf(refusal.Code)).ExecuteAsync(context);
            return;
        }

        // The path may hold an id of something a resident looked at, the message what she typed; kind and trace tell enough.
        var id = context.TraceIdentifier;
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorEndpoints))
            .LogError("A page failed as {Id}: {Kind} {Trace}", id, fault.GetBaseException().GetType(), fault.GetBaseException().StackTrace);
        await PageAnswer.Of<ErrorPage, ErrorShown>(new(StatusCodes.Status500InternalServerError, id), StatusCodes.Status500InternalServerError).ExecuteAsync(context);
    }

    // A page that was asked comes after signing in. A form that was sent is in the browser still: signed in again, elsewhere, she lets it send it again.
    private static Task AskToSignInAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.WWWAuthenticate = "Session";
            return Of(StatusCodes.Status401Unauthorized).ExecuteAsync(context);
        }

        var language = context.RequestServices.GetRequiredService<RequestLanguage>();
        return Results.Redirect(language.Link(SignInEndpoints.Path, QueryString.Create("paluu", context.Request.Path))).ExecuteAsync(context);
    }
}

/// <summary>What an error page tells; the id finds the trace in the log.</summary>
internal sealed record ErrorShown(int Status, string? Id);
