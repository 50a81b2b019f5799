namespace ServiceTray.Surveys;

/// <summary>The way through a survey one question at a time: those that its answers so far leave to be asked, and the place at the end.</summary>
internal sealed class SurveySteps(FilledSurvey filled)
{
    /// <summary>The step after all questions: where, and an earlier code.</summary>
    public const string Place = "place";

    private readonly List<string> steps =
    [
        .. filled.Survey.Questions.Where(question => question.ShownWhen?.IsMetBy(filled.Answers.GetValueOrDefault(question.ShownWhen.Question)) != false).Select(question => question.Id),
        Place,
    ];

    public int Count => steps.Count;

    public string First => steps[0];

    /// <summary>Its number from 1 on.</summary>
    public int NumberOf(string step) => IndexOf(step) + 1;

    /// <summary>So many steps on, or back when less than none, and no further than there are.</summary>
    public string From(string step, int by) => steps[Math.Clamp(IndexOf(step) + by, 0, steps.Count - 1)];

    public bool IsFirst(string step) => IndexOf(step) == 0;

    // A question that is no longer asked stands where the way begins.
    private int IndexOf(string step) => Math.Max(0, steps.IndexOf(step));
}
