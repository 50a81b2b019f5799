using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Surveys;
using ServiceTray.Web;

namespace ServiceTray.Export.Fhir;

/// <summary>Surveys as FHIR R4: questionnaires to read, and the answers under a code, by POST alone.</summary>
internal static class FhirEndpoints
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapFhir(this IEndpointRouteBuilder app)
    {
        app.MapGet("/fhir/Questionnaire", (SurveyShelf shelf) => Answer(Bundle([.. shelf.Newest.Select(QuestionnaireWriter.Write)]))).ExcludeFromDescription();
        app.MapGet("/fhir/Questionnaire/{id}", (string id, SurveyShelf shelf) => shelf.FindShown(id) is { } survey
            ? Answer(QuestionnaireWriter.Write(survey))
            : Outcome(StatusCodes.Status404NotFound, "not-found", "There is no such Questionnaire.")).ExcludeFromDescription();
        app.MapPost("/fhir/QuestionnaireResponse/_search", FindAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> FindAsync(HttpContext http, KeepingDesk desk, RequestLanguage language)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var fields = await PageForm.ReadAsync(http.Request, http.RequestAborted);
            var result = await desk.ReadAsync($"{fields["identifier"]}", language.Language, http.Connection.RemoteIpAddress, http.RequestAborted);
            return Answer(Bundle(result is null ? [] : [ResponseWriter.Write(result.Filled, result.AnsweredAt, language.Language)]));
        }
        catch (TooManyTriesException tired)
        {
            return Outcome(StatusCodes.Status429TooManyRequests, "throttled", tired.Message);
        }
        catch (BadHttpRequestException refused)
        {
            return Outcome(refused.StatusCode, "structure", "The body is a form with the identifier.");
        }
    }

    private static JsonObject Bundle(IReadOnlyList<JsonObject> resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["total"] = resources.Count,
        ["entry"] = resources.Count == 0 ? null : new JsonArray([.. resources.Select(resource => (JsonNode)new JsonObject
        {
            ["fullUrl"] = resource["url"]?.DeepClone() ?? $"urn:uuid:{Guid.CreateVersion7()}",
            ["resource"] = resource,
            ["search"] = new JsonObject { ["mode"] = "match" },
        })]),
    };

    private static IResult Outcome(int status, string code, string words) => Answer(
        new JsonObject
        {
            ["resourceType"] = "OperationOutcome",
            ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = code, ["diagnostics"] = words }),
        },
        status);

    private static IResult Answer(JsonObject resource, int status = StatusCodes.Status200OK)
    {
        if (resource["entry"] is null)
        {
            resource.Remove("entry");
        }

        return Results.Text(resource.ToJsonString(Plain), FhirNames.ContentType, statusCode: status);
    }
}
