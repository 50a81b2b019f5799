using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Offerings;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>Decides by fixed rules whether help comes first, and which; nothing of it is kept, logged or counted.</summary>
internal sealed class Safety(SafetyPhrases phrases, HelpRows rows, HelpAreas areas, TimeProvider clock)
{
    /// <summary>The greatest answer of ten on the mind that calls for help.</summary>
    public const double MindCallsAtMost = 2;

    private const int ChildBelow = 13;
    private const int YouthBelow = 18;

    /// <summary>
    /// Help, when an answer on the mind is 2 of 10 or less or any words hold a phrase; else none. It reads the answers as they came: one
    /// that is wrong elsewhere, too long, or to a survey that is not there still calls.
    /// </summary>
    public IReadOnlyList<HelpRow> For(Survey? survey, IReadOnlyList<AnswerInput> answers, NearInput? near, Language language) =>
        answers.Any(answer => IsLowOfMind(survey, answer) || (answer.Value.Text is { } text && phrases.CallForHelp.StandIn(text)))
            ? Rows(AgeOf(survey, answers), near, language)
            : [];

    /// <summary>Help, when words hold a phrase that calls for it; it is not known who typed them, so rows for any age.</summary>
    public IReadOnlyList<HelpRow> ForWords(string? words, NearInput? near, Language language) =>
        words is not null && phrases.CallForHelp.StandIn(words) ? Rows(null, near, language) : [];

    /// <summary>Rows for an age: for a child the child's, for youth theirs, for an adult the adult's; age not told: all. Those of a place for who told it.</summary>
    public IReadOnlyList<HelpRow> Rows(int? age, NearInput? near, Language language)
    {
        HelpAudience? audience = age switch
        {
            null => null,
            < ChildBelow => HelpAudience.Child,
            < YouthBelow => HelpAudience.Youth,
            _ => HelpAudience.Adult,
        };
        return rows.For(new HelpAsked(audience, language, areas.Of(near), clock.GetUtcNow()));
    }

    private static bool IsLowOfMind(Survey? survey, AnswerInput answer) =>
        answer.Value.Number is { } number
        && survey?.QuestionOrNull(answer.Question) is { Theme: ThemeCode.Mind, Scale: { } scale }
        && scale.OfTen(number) <= MindCallsAtMost;

    private static int? AgeOf(Survey? survey, IReadOnlyList<AnswerInput> answers) =>
        answers.Where(answer => survey?.QuestionOrNull(answer.Question) is { IsAge: true, Scale: var scale } && answer.Value.Number is { } years && scale?.Holds(years) != false)
            .Select(answer => (int?)answer.Value.Number)
            .FirstOrDefault();
}
