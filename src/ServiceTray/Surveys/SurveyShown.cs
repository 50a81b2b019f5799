using ServiceTray.Guidance;
using ServiceTray.Refusals;

namespace ServiceTray.Surveys;

/// <summary>What the form shows: the questions, what was filled in, what is wrong, and help when an answer calls for it.</summary>
internal sealed record SurveyShown(Survey Survey, SurveyForm Form, IReadOnlyList<AnswerError> Errors, IReadOnlyList<HelpRow> Safety)
{
    /// <summary>The way through it one question at a time; null: all are on one page.</summary>
    public SurveySteps? Steps { get; init; }

    /// <summary>The step that is shown alone; null: all are.</summary>
    public string? Step { get; init; }

    public bool Shows(Question question) => Step is null || Step == question.Id;

    public bool ShowsPlace => Step is null or SurveySteps.Place;

    /// <summary>What was filled in on steps that are not shown.</summary>
    public IEnumerable<(string Name, string Value)> Hidden => Step is null ? [] : Form.Fields.Where(told =>
        told.Name is not (SurveyForm.VersionField or SurveyForm.SurveyField)
        && told.Name != $"q-{Step}"
        && !(ShowsPlace && told.Name is (SurveyForm.PlaceField or SurveyForm.RadiusField or SurveyForm.PreviousField)));

    public AnswerError? ErrorOf(Question question) => Errors.FirstOrDefault(error => error.Question == question.Id);

    /// <summary>What is wrong with the place.</summary>
    public AnswerError? PlaceError => Errors.FirstOrDefault(IsOfPlace);

    /// <summary>What is wrong with the code of an earlier result.</summary>
    public AnswerError? CodeError => Errors.FirstOrDefault(IsOfCode);

    /// <summary>Whether an error is about the code of an earlier result.</summary>
    public static bool IsOfCode(AnswerError error) => error.Code is RefusalCodes.PreviousUnknown or RefusalCodes.NotComparable;

    /// <summary>Whether an error is about the place, and not about a question or the whole.</summary>
    public static bool IsOfPlace(AnswerError error) => error is { Question: null, Code: RefusalCodes.PlaceUnknown or RefusalCodes.FilterInvalid };
}

/// <summary>What the result shows: help first when called for, the needs, what is suggested; suggestions null: they could not be had.</summary>
internal sealed record SurveyResultShown(
    SurveyResult Result, SurveyForm Form, Suggestions? Suggestions, IReadOnlyList<HelpRow> Safety, IReadOnlyList<AnswerError> Errors)
{
    /// <summary>How far was looked, when nothing was near enough; null: no farther than she asked.</summary>
    public int? WidenedKm { get; init; }

    /// <summary>Whether it may count in the county's figures, and whether it does.</summary>
    public bool IsCountAsked { get; init; }

    public bool IsCounted { get; init; }

    /// <summary>What was asked about it, with the answer; null: nothing was.</summary>
    public ResultAsked? Asked { get; init; }
}

/// <summary>The page that gives the code of a survey left half done; null: nothing was kept.</summary>
internal sealed record SurveyPausedShown(string? Code, IReadOnlyList<HelpRow> Safety);

/// <summary>The page that says that answers to a survey of groups were counted.</summary>
internal sealed record SurveyCountedShown(IReadOnlyList<HelpRow> Safety);

/// <summary>A survey for paper.</summary>
internal sealed record SurveyPaperShown(Survey Survey);
