using ServiceTray.Codes;
using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Surveys;

/// <summary>The survey as pages: a form, posted, and its result; no answer comes into an address, a cookie or a cache.</summary>
internal static class SurveyPageEndpoints
{
    private const string FormAddress = "/kartoitus";
    private const string ResultAddress = "/kartoitus/tulos";

    /// <summary>Below it, by key: surveys other than the tray's own.</summary>
    public const string OtherAddress = "/kartoitus/muu";

    /// <summary>Below it, by key: surveys to fill in with a pen.</summary>
    public const string PaperAddress = "/kartoitus/paperi";

    private const string Elsewhere = "https://www.ilmatieteenlaitos.fi/";

    public static void MapSurveyPages(this IEndpointRouteBuilder app)
    {
        app.MapGet(FormAddress, (HttpContext context, SurveyShelf shelf) => Show(context, new SurveyShown(shelf.Own, SurveyForm.Empty, [], [])))
            .ExcludeFromDescription();

        app.MapGet($"{OtherAddress}/{{key}}", (HttpContext context, string key, SurveyShelf shelf) => shelf.OfKey(key) is { Use: not SurveyUse.Conversation } survey
            ? Show(context, new SurveyShown(survey, SurveyForm.Empty, [], []))
            : ErrorEndpoints.Of(StatusCodes.Status404NotFound)).ExcludeFromDescription();

        app.MapGet($"{PaperAddress}/{{key}}", (string key, SurveyShelf shelf) => shelf.OfKey(key) is { } survey
            ? PageAnswer.Of<SurveyPaperPage, SurveyPaperShown>(new(survey))
            : ErrorEndpoints.Of(StatusCodes.Status404NotFound)).ExcludeFromDescription();

        // Back from the result to the form, with everything still there; or away from it for a while.
        app.MapPost(FormAddress, FormAsync).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet(ResultAddress, (RequestLanguage language) => Results.Redirect(language.Link(FormAddress))).ExcludeFromDescription();
        app.MapGet("/poistu", Leave).ExcludeFromDescription();
        app.MapPost(ResultAddress, AnswerAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>Where a survey is filled in.</summary>
    public static string AddressOf(Survey survey) => survey.Key == SurveyShelf.OwnKey ? FormAddress : $"{OtherAddress}/{survey.Key}";

    public static IResult Show(HttpContext context, SurveyShown shown, int status = StatusCodes.Status200OK)
    {
        KeepNowhere(context);
        return PageAnswer.Of<SurveyPage, SurveyShown>(shown, status);
    }

    public static IResult ShowResult(HttpContext context, SurveyResultShown shown)
    {
        KeepNowhere(context);
        return PageAnswer.Of<SurveyResultPage, SurveyResultShown>(shown);
    }

    public static void KeepNowhere(HttpContext context) => context.Response.Headers.CacheControl = "no-store";

    private static async Task<IResult> FormAsync(HttpContext context, SurveyShelf shelf, KeepingDesk desk, Safety safety, RequestLanguage language)
    {
        if (await ReadAsync(context) is not { } form)
        {
            return Results.BadRequest();
        }

        var survey = form.Of(shelf);
        var input = form.Read(survey);
        var help = safety.For(survey, input.Answers, input.Near, language.Language);
        if (!form.IsPausing)
        {
            return Show(context, Walk(survey, form, help));
        }

        KeepNowhere(context);
        try
        {
            return PageAnswer.Of<SurveyPausedPage, SurveyPausedShown>(new(await desk.PauseAsync(input, context.Connection.RemoteIpAddress, context.RequestAborted), help));
        }
        catch (TooManyTriesException tired)
        {
            return Show(context, new SurveyShown(survey, form, [AnswerFaults.TooManyTries(tired)], help), StatusCodes.Status429TooManyRequests);
        }
    }

    // One question at a time: on, back, or from all on one page to one and again to all. A wrong answer is told where it stands.
    private static SurveyShown Walk(Survey survey, SurveyForm form, IReadOnlyList<HelpRow> help)
    {
        var (filled, errors) = AnswerCheck.Check(survey, form.Read(survey).Answers);
        var steps = new SurveySteps(filled);
        var here = form.Step ?? steps.First;
        return form.Doing switch
        {
            SurveyForm.One => new SurveyShown(survey, form, [], help) { Steps = steps, Step = steps.First },
            SurveyForm.Next when errors.FirstOrDefault(error => error.Question == here) is { } wrong => new SurveyShown(survey, form, [wrong], help) { Steps = steps, Step = here },
            SurveyForm.Next => new SurveyShown(survey, form, [], help) { Steps = steps, Step = steps.From(here, 1) },
            SurveyForm.Back => new SurveyShown(survey, form, [], help) { Steps = steps, Step = steps.From(here, -1) },
            _ => new SurveyShown(survey, form, [], help),
        };
    }

    // Away at once: to a page that says nothing of where one was, with what this one may have left behind cleared.
    private static IResult Leave(HttpContext context)
    {
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\"";
        KeepNowhere(context);
        return Results.Redirect(Elsewhere, permanent: false, preserveMethod: false);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, SurveyShelf shelf, KeepingDesk desk, ResultComposer composer, RequestLanguage language)
    {
        if (await ReadAsync(context) is not { } form)
        {
            return Results.BadRequest();
        }

        var survey = form.Of(shelf);
        var payload = await desk.AnswerAsync(form.Read(survey), language.Language, context.Connection.RemoteIpAddress, context.RequestAborted);
        if (payload.Result is { } result)
        {
            var shown = await composer.ComposeAsync(result, form, payload.Safety, payload.Errors, context.RequestAborted);
            return ShowResult(context, shown with { IsCounted = payload.Counted, IsCountAsked = form.MayCount });
        }

        if (!payload.Counted)
        {
            return Show(context, new SurveyShown(survey, form, payload.Errors, payload.Safety), StatusCodes.Status422UnprocessableEntity);
        }

        KeepNowhere(context);
        return PageAnswer.Of<SurveyCountedPage, SurveyCountedShown>(new(payload.Safety));
    }

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
