using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Referrals;
using ServiceTray.Refusals;

namespace ServiceTray.Export.Fhir.Referrals;

/// <summary>Referrals as FHIR R4: a care system reads its own, and posts new ones.</summary>
internal static class ServiceRequestEndpoints
{
    private const string Path = "/fhir/ServiceRequest";
    private const string PageField = "page";
    private const int UsualPage = 50;
    private const int LongestPage = 100;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static void MapServiceRequests(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, FindAsync).ExcludeFromDescription();
        app.MapGet($"{Path}/{{id}}", ReadAsync).ExcludeFromDescription();
        app.MapPost(Path, TakeAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    // With _id one order, else all of hers, page by page; each with what belongs to it.
    private static async Task<IResult> FindAsync(HttpContext http, OwnReferrals referrals, RequestLanguage language)
    {
        http.Response.Headers.CacheControl = "no-store";
        var asked = http.Request.Query["_id"].ToString();
        if (asked.Length > 0)
        {
            return FhirAnswer.Of(FhirAnswer.Found(Guid.TryParse(asked, out var id) && await referrals.FindAsync(id, http.RequestAborted) is { } one ? ReferralEntries.Of(one, language.Language) : []));
        }

        var (size, count) = (http.Request.Query["_count"].ToString(), UsualPage);
        if (size.Length > 0 && !(int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= LongestPage))
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "value", $"_count is 0 to {LongestPage}.");
        }

        try
        {
            var page = await referrals.PageAsync(count, http.Request.Query[PageField] is [{ Length: > 0 } after] ? after : null, http.RequestAborted);
            return FhirAnswer.Of(FhirAnswer.Found([.. page.Nodes.SelectMany(shown => ReferralEntries.Of(shown, language.Language))], page.TotalCount, page.Next is { } next ? LinkTo(http.Request, count, next) : null));
        }
        catch (RefusalException refusal) when (refusal.Code == RefusalCodes.CursorInvalid)
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, [new FhirIssue("value", refusal.Message, refusal.Code, PageField)]);
        }
    }

    private static string LinkTo(HttpRequest request, int count, string next) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}{Path}{QueryString.Create("_count", count.ToString(CultureInfo.InvariantCulture)).Add(PageField, next)}";

    // Alone it refers to nothing that would have to be fetched beside it.
    private static async Task<IResult> ReadAsync(string id, HttpContext http, OwnReferrals referrals, RequestLanguage language)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Guid.TryParse(id, out var key) && await referrals.FindAsync(key, http.RequestAborted) is { } shown
            ? FhirAnswer.Of(Alone(shown, language.Language))
            : FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no such ServiceRequest.");
    }

    private static async Task<IResult> TakeAsync(HttpContext http, OwnReferrals referrals, RequestLanguage language, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            if (await PostedAsync(http, HelsinkiTime.Day(clock.GetUtcNow())) is not { } posted)
            {
                return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "structure", "The body is a ServiceRequest in JSON.");
            }

            var sent = await referrals.SendAsync(posted.Input, posted.Key, posted.IsDraft, http.RequestAborted);
            http.Response.Headers.Location = $"{Path}/{sent.Shown.View.Id}";
            return FhirAnswer.Of(Alone(sent.Shown, language.Language), StatusCodes.Status201Created);
        }
        catch (ReferralInvalidException invalid)
        {
            return FhirAnswer.Outcome(StatusCodes.Status422UnprocessableEntity, [.. invalid.Problems.Select(problem =>
                new FhirIssue(problem.Code == RefusalCodes.FieldRequired ? "required" : "business-rule", "This cannot be taken.", problem.Code, problem.Field))]);
        }
        catch (RefusalException refusal) when (refusal.Code is not (RefusalCodes.Unauthenticated or RefusalCodes.Forbidden))
        {
            return FhirAnswer.Outcome(StatusCodes.Status422UnprocessableEntity, [new FhirIssue("business-rule", refusal.Message, refusal.Code)]);
        }
    }

    private static JsonObject Alone(ReferralShown shown, Language language) =>
        ServiceRequestWriter.Write(shown, FhirParts.Known(FhirNames.Referrals, shown.View.Id, shown.View.Client?.Name), language);

    // Null: it is no order. Half a letter is found only when a text is read, and is then no text.
    private static async Task<PostedOrder?> PostedAsync(HttpContext http, DateOnly today)
    {
        try
        {
            var body = new FhirPart(await JsonNode.ParseAsync(http.Request.Body, documentOptions: Strict, cancellationToken: http.RequestAborted));
            return body["resourceType"].Text == "ServiceRequest" ? ServiceRequestReader.Read(body, today) : null;
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
