using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>Answering, as asked over GraphQL.</summary>
internal static class SurveyMutations
{
    public static AnswerSurveyPayload AnswerSurvey(AnswerSurveyInput input, SurveyDesk desk, RequestLanguage request) => desk.Answer(input, request.Language);
}
