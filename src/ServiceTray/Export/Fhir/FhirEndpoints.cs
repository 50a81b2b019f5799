using System.Text.Json.Nodes;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Surveys;
using ServiceTray.Web;

namespace ServiceTray.Export.Fhir;

/// <summary>Surveys as FHIR R4: questionnaires to read, and the answers under a code, by POST alone.</summary>
internal static class FhirEndpoints
{
    public static void MapFhir(this IEndpointRouteBuilder app)
    {
        app.MapGet("/fhir/Questionnaire", (SurveyShelf shelf) => FhirAnswer.Of(FhirAnswer.Found([.. shelf.Newest.Select(survey => Entry(QuestionnaireWriter.Write(survey)))]))).ExcludeFromDescription();
        app.MapGet("/fhir/Questionnaire/{id}", (string id, SurveyShelf shelf) => shelf.FindShown(id) is { } survey
            ? FhirAnswer.Of(QuestionnaireWriter.Write(survey))
            : FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no such Questionnaire.")).ExcludeFromDescription();
        app.MapPost("/fhir/QuestionnaireResponse/_search", FindAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> FindAsync(HttpContext http, KeepingDesk desk, RequestLanguage language)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var fields = await PageForm.ReadAsync(http.Request, http.RequestAborted);
            var result = await desk.ReadAsync($"{fields["identifier"]}", language.Language, http.Connection.RemoteIpAddress, http.RequestAborted);
            return FhirAnswer.Of(FhirAnswer.Found(result is null ? [] : [Entry(ResponseWriter.Write(result.Filled, result.AnsweredAt, language.Language))]));
        }
        catch (TooManyTriesException tired)
        {
            return FhirAnswer.Outcome(StatusCodes.Status429TooManyRequests, "throttled", tired.Message);
        }
        catch (BadHttpRequestException refused)
        {
            return FhirAnswer.Outcome(refused.StatusCode, "structure", "The body is a form with the identifier.");
        }
    }

    private static FhirEntry Entry(JsonObject resource) => new(resource["url"]?.GetValue<string>() ?? $"urn:uuid:{Guid.CreateVersion7()}", resource);
}
