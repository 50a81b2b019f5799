using System.Net;
using ServiceTray.Codes;
using ServiceTray.Languages;
using ServiceTray.Web;

namespace ServiceTray.Surveys;

/// <summary>What a survey's code opens, by POST alone: a result again, or a survey half done to go on with; and its deletion.</summary>
internal static class SurveyCodeEndpoints
{
    public const string OpenAddress = "/kartoitus/koodi";
    public const string ForgetAddress = "/kartoitus/poisto";

    public static void MapSurveyCodes(this IEndpointRouteBuilder app)
    {
        app.MapGet(OpenAddress, (HttpContext http) => Asked(http, isMissing: false)).ExcludeFromDescription();
        app.MapPost(OpenAddress, OpenAsync).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet(ForgetAddress, (RequestLanguage language) => Results.Redirect(language.Link(OpenAddress))).ExcludeFromDescription();
        app.MapPost(ForgetAddress, ForgetAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    private static Task<IResult> OpenAsync(
        HttpContext http, SurveyKeeper keeper, KeepingDesk desk, SurveyShelf shelf, ResultComposer composer, RequestLanguage language) => WithCodeAsync(http, async (code, from, fields) =>
    {
        if (await keeper.ReadAsync(code, from, http.RequestAborted) is not { } kept || shelf.Find($"{kept.Survey}", kept.Version) is not { } survey)
        {
            return Asked(http, isMissing: true);
        }

        var form = SurveyForm.Of(kept, survey.Key).Asking(fields);
        return kept.IsPaused
            ? SurveyPageEndpoints.Show(http, new SurveyShown(survey, form, [], []))
            : SurveyPageEndpoints.ShowResult(http, await composer.ComposeAsync(desk.ResultOf(kept, code, language.Language)!, form, [], [], http.RequestAborted));
    });

    private static Task<IResult> ForgetAsync(HttpContext http, SurveyKeeper keeper) => WithCodeAsync(http, async (code, from, _) =>
    {
        SurveyPageEndpoints.KeepNowhere(http);
        return await keeper.ForgetAsync(code, from, http.RequestAborted) ? PageAnswer.Of<SurveyForgottenPage>() : Asked(http, isMissing: true);
    });

    private static async Task<IResult> WithCodeAsync(HttpContext http, Func<string, IPAddress?, IFormCollection, Task<IResult>> answer)
    {
        var fields = await PageForm.ReadAsync(http.Request, http.RequestAborted);
        try
        {
            return await answer($"{fields[SurveyForm.CodeField]}", http.Connection.RemoteIpAddress, fields);
        }
        catch (TooManyTriesException)
        {
            return ErrorEndpoints.Of(StatusCodes.Status429TooManyRequests);
        }
    }

    private static IResult Asked(HttpContext http, bool isMissing)
    {
        SurveyPageEndpoints.KeepNowhere(http);
        return PageAnswer.Of<SurveyCodePage, SurveyCodeShown>(new(isMissing), isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }
}

/// <summary>The page that asks for a survey's code, and says when there is nothing under the last one.</summary>
internal sealed record SurveyCodeShown(bool IsMissing);
