using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Surveys;

/// <summary>The survey as pages: a form, posted, and its result; no answer comes into an address, a cookie or a cache.</summary>
internal static class SurveyPageEndpoints
{
    private const string FormAddress = "/kartoitus";
    private const string ResultAddress = "/kartoitus/tulos";

    public static void MapSurveyPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(FormAddress, (HttpContext context, SurveyShelf shelf) => Show(context, new SurveyShown(shelf.Own, SurveyForm.Empty, [], [])))
            .ExcludeFromDescription();

        // Back from the result to the form, with everything still there.
        app.MapPost(FormAddress, async (HttpContext context, SurveyShelf shelf) =>
                await ReadAsync(context) is { } form ? Show(context, new SurveyShown(shelf.Own, form, [], [])) : Results.BadRequest())
            .DisableAntiforgery().ExcludeFromDescription();
        app.MapGet(ResultAddress, (RequestLanguage language) => Results.Redirect(language.Link(FormAddress))).ExcludeFromDescription();
        app.MapPost(ResultAddress, AnswerAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, SurveyShelf shelf, SurveyDesk desk, SuggestionFinder finder, RequestLanguage language)
    {
        if (await ReadAsync(context) is not { } form)
        {
            return Results.BadRequest();
        }

        var survey = shelf.Find($"{shelf.Own.Id}", form.Version) ?? shelf.Own;
        var payload = desk.Answer(form.Read(survey), language.Language);
        if (payload.Result is not { } result)
        {
            return Show(context, new SurveyShown(survey, form, payload.Errors, payload.Safety), StatusCodes.Status422UnprocessableEntity);
        }

        var suggestions = await SuggestAsync(context, finder, result);
        KeepNowhere(context);
        return PageAnswer.Of<SurveyResultPage, SurveyResultShown>(new SurveyResultShown(result, form, suggestions, payload.Safety));
    }

    // Help and the person's own result must come even when the offerings cannot be read; the message may hold what was asked, so the kind is logged.
    private static async Task<Suggestions?> SuggestAsync(HttpContext context, SuggestionFinder finder, SurveyResult result)
    {
        try
        {
            return await finder.FindAsync(result, null, SuggestionFinder.UsualSuggestions, context.RequestAborted);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SurveyPageEndpoints))
                .LogError("A survey was answered without suggestions: {Kind} {Trace}", fault.GetBaseException().GetType(), fault.GetBaseException().StackTrace);
            return null;
        }
    }

    private static IResult Show(HttpContext context, SurveyShown shown, int status = StatusCodes.Status200OK)
    {
        KeepNowhere(context);
        return PageAnswer.Of<SurveyPage, SurveyShown>(shown, status);
    }

    private static void KeepNowhere(HttpContext context) => context.Response.Headers.CacheControl = "no-store";

    private static async Task<SurveyForm?> ReadAsync(HttpContext context)
    {
        try
        {
            return SurveyFormReader.Takes(context.Request)
                ? await SurveyFormReader.ReadAsync(context.Request, context.RequestAborted)
                : new SurveyForm((await PageForm.ReadAsync(context.Request, context.RequestAborted)).ToDictionary(field => field.Key, field => field.Value));
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode != StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
