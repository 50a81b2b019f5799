using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>
/// What is kept of a survey when that is asked: numbers and choices, the place, and how earlier ones stood. Words are left out, so that
/// nothing of despair is ever written down, and so is any advice that came of them.
/// </summary>
/// <param name="Survey">The survey.</param>
/// <param name="Version">The version that was answered.</param>
/// <param name="At">When.</param>
/// <param name="IsPaused">Whether it was left half done, to go on later.</param>
/// <param name="Answers">The answers without words.</param>
/// <param name="Near">Where suggestions should be in reach.</param>
/// <param name="Earlier">Those before it, the first one first.</param>
internal sealed record KeptAnswers(
    Guid Survey, string Version, DateTimeOffset At, bool IsPaused, IReadOnlyList<AnswerInput> Answers, NearInput? Near, IReadOnlyList<EarlierResult> Earlier)
{
    public static KeptAnswers Of(Survey survey, DateTimeOffset at, bool isPaused, IEnumerable<AnswerInput> answers, NearInput? near, IReadOnlyList<EarlierResult> earlier) =>
        new(survey.Id, $"{survey.Version}", at, isPaused, [.. answers.Where(answer => IsKept(survey, answer))], near, earlier);

    private static bool IsKept(Survey survey, AnswerInput answer) =>
        survey.QuestionOrNull(answer.Question) is { Kind: not QuestionKind.Text } && answer.Value.Text is null;
}

/// <summary>How the themes stood at an earlier time.</summary>
internal sealed record EarlierResult(DateTimeOffset At, IReadOnlyDictionary<ThemeCode, ThemeStanding> Themes)
{
    public static EarlierResult Of(SurveyResult result) => new(
        result.AnsweredAt,
        result.Needs.Where(need => need.Answer is not null).ToDictionary(need => need.Code, need => new ThemeStanding(need.Answer!.Value, ThemeStanding.AskedOf(result.Survey, need.Code))));
}

/// <summary>An answer on 0 to 10, and by which questions and scales it was asked: only what was asked alike is ever compared.</summary>
internal sealed record ThemeStanding(double Answer, string Asked)
{
    public static string AskedOf(Survey survey, ThemeCode theme) => string.Join(
        ' ', survey.Questions.Where(question => question.Theme == theme && question.Scale is not null).Select(question => $"{question.Id}:{question.Scale!.Min}-{question.Scale.Max}"));
}
