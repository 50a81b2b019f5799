using ServiceTray.Guidance;

namespace ServiceTray.Surveys;

/// <summary>What a survey filled in says; it lives as long as the answer to it and is written nowhere.</summary>
internal sealed record SurveyResult(
    FilledSurvey Filled, DateTimeOffset AnsweredAt, IReadOnlyList<ThemeNeed> Needs, Limits Limits, IReadOnlyList<HelpRow> HelpNumbers)
{
    public Survey Survey => Filled.Survey;
}

/// <summary>What comes of answering: help first when it is called for, then a result or what is wrong.</summary>
internal sealed record AnswerSurveyPayload(SurveyResult? Result, IReadOnlyList<HelpRow> Safety, IReadOnlyList<AnswerError> Errors);
