using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using ServiceTray.Refusals;

namespace ServiceTray.Web.Rest;

/// <summary>Whatever goes wrong where programs ask is told as problem+json: refusals by their code, failures of our own by an id only.</summary>
internal sealed class ProblemTeller(RequestDelegate next, TimeProvider clock, ILogger<ProblemTeller> logger)
{
    // Where programs ask; pages tell their failures as pages.
    private static readonly string[] Roots = ["/api", "/hsds", "/oruk", "/ogc", "/fhir"];

    public Task InvokeAsync(HttpContext http) => http.Request.Path.IsUnderAny(Roots, StringComparison.Ordinal) ? TellAsync(http) : next(http);

    private async Task TellAsync(HttpContext http)
    {
        var problem = await AnswerAsync(http);
        if (problem is not null && !http.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(http, problem);
        }
    }

    private async Task<Problem?> AnswerAsync(HttpContext http)
    {
        try
        {
            await next(http);
            return http.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null } ? OfStatus(http.Response.StatusCode) : null;
        }
        catch (RefusalException refusal)
        {
            return OfRefusal(refusal, http.Request.Query);
        }
        catch (BadHttpRequestException bad)
        {
            return bad.InnerException is JsonException json ? OfJson(json) : OfStatus(bad.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return OfFailure(exception);
        }
    }

    // A parameter that cannot be accepted is a bad parameter, whether it could be read or not.
    private static Problem OfRefusal(RefusalException refusal, IQueryCollection query) => AskedParameter.Of(refusal, query) is { } name
        ? Problem.Of(refusal) with { Status = StatusCodes.Status400BadRequest, Title = ReasonPhrases.GetReasonPhrase(StatusCodes.Status400BadRequest), Argument = name }
        : Problem.Of(refusal);

    // Only where it is: what the member holds may be a resident's words.
    private static Problem OfJson(JsonException json) =>
        Problem.Of(StatusCodes.Status400BadRequest, RefusalCodes.FilterInvalid, "The body is not the JSON that is asked for.") with { Argument = json.Path ?? "$" };

    private static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Problem.Of(status, RefusalCodes.Unauthenticated, "The token is not good, or no longer."),
        StatusCodes.Status404NotFound => Problem.Of(status, RefusalCodes.NotFound, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Problem.Of(status, RefusalCodes.BadRequest, "This address is not asked in this way; Allow tells how it is."),
        StatusCodes.Status413PayloadTooLarge => Problem.Of(status, RefusalCodes.LimitExceeded, "The body is longer than one request may send."),
        StatusCodes.Status415UnsupportedMediaType => Problem.Of(status, RefusalCodes.BadRequest, "The body is sent as application/json."),
        >= 500 => Problem.Of(status, RefusalCodes.Internal, "The tray cannot answer now."),
        _ => Problem.Of(status, RefusalCodes.BadRequest, "The request cannot be read."),
    };

    // The message of an unforeseen exception may hold what a resident asked, so the log gets its kind and where it was thrown.
    private Problem OfFailure(Exception exception)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        logger.LogError("A REST request failed as {Id}: {Kind} {Trace}", id, exception.GetBaseException().GetType(), exception.GetBaseException().StackTrace);
        return Problem.Of(StatusCodes.Status500InternalServerError, RefusalCodes.Internal, "Something went wrong here; the id finds it in the log.") with { Id = id };
    }
}
