using ServiceTray.GraphQL;
using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>What a survey tells over GraphQL besides its own members.</summary>
internal static class SurveyFields
{
    public static string Version(Survey survey) => $"{survey.Version}";

    public static Text Title(Survey survey, [Enclosing] Language? language, RequestLanguage request) => survey.Title.Pick(language ?? request.Language);

    public static Text? Introduction(Survey survey, [Enclosing] Language? language, RequestLanguage request) =>
        survey.Introduction.TextOrNull(language ?? request.Language);
}

/// <summary>What a question tells.</summary>
internal static class QuestionFields
{
    public static Text Text(Question question, [Enclosing] Language? language, RequestLanguage request) => question.Text.Pick(language ?? request.Language);

    public static Text? Why(Question question, [Enclosing] Language? language, RequestLanguage request) => question.Why.TextOrNull(language ?? request.Language);

    public static Theme? Theme(Question question) => question.Theme is { } code ? ServiceTray.Themes.Theme.Of(code) : null;
}

/// <summary>What the ends of a scale mean.</summary>
internal static class ScaleFields
{
    public static Text? MinLabel(Scale scale, [Enclosing] Language? language, RequestLanguage request) => scale.MinLabel.TextOrNull(language ?? request.Language);

    public static Text? MaxLabel(Scale scale, [Enclosing] Language? language, RequestLanguage request) => scale.MaxLabel.TextOrNull(language ?? request.Language);
}

/// <summary>What a choice says.</summary>
internal static class ChoiceFields
{
    public static Text Text(Choice choice, [Enclosing] Language? language, RequestLanguage request) => choice.Text.Pick(language ?? request.Language);
}
