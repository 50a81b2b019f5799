using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>Answering, as asked over GraphQL.</summary>
internal static class SurveyMutations
{
    public static Task<AnswerSurveyPayload> AnswerSurveyAsync(
        AnswerSurveyInput input, KeepingDesk desk, RequestLanguage request, HttpContext http, CancellationToken cancellationToken) =>
        desk.AnswerAsync(input, request.Language, http.Connection.RemoteIpAddress, cancellationToken);

    public static Task<bool> ForgetSurveyResultAsync(string code, SurveyKeeper keeper, HttpContext http, CancellationToken cancellationToken) =>
        keeper.ForgetAsync(code, http.Connection.RemoteIpAddress, cancellationToken);
}
