using ServiceTray.Guidance;
using ServiceTray.Refusals;

namespace ServiceTray.Surveys;

/// <summary>What the form shows: the questions, what was filled in, what is wrong, and help when an answer calls for it.</summary>
internal sealed record SurveyShown(Survey Survey, SurveyForm Form, IReadOnlyList<AnswerError> Errors, IReadOnlyList<HelpRow> Safety)
{
    public AnswerError? ErrorOf(Question question) => Errors.FirstOrDefault(error => error.Question == question.Id);

    /// <summary>What is wrong with the place.</summary>
    public AnswerError? PlaceError => Errors.FirstOrDefault(IsOfPlace);

    /// <summary>Whether an error is about the place, and not about a question or the whole.</summary>
    public static bool IsOfPlace(AnswerError error) => error is { Question: null, Code: RefusalCodes.PlaceUnknown or RefusalCodes.FilterInvalid };
}

/// <summary>What the result shows: help first when called for, the needs, what is suggested; suggestions null: they could not be had.</summary>
internal sealed record SurveyResultShown(SurveyResult Result, SurveyForm Form, Suggestions? Suggestions, IReadOnlyList<HelpRow> Safety);
