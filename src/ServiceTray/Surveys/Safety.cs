using ServiceTray.Guidance;
using ServiceTray.Languages;
using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>Decides by fixed rules whether help comes first, and which; nothing of it is kept, logged or counted.</summary>
internal sealed class Safety(SafetyPhrases phrases, HelpRows rows)
{
    /// <summary>The greatest answer of ten on the mind that calls for help.</summary>
    public const double MindCallsAtMost = 2;

    private const int ChildBelow = 13;
    private const int YouthBelow = 18;

    /// <summary>
    /// Help, when an answer on the mind is 2 of 10 or less or any words hold a phrase; else none. It reads the answers as they came: one
    /// that is wrong elsewhere, too long, or to a survey that is not there still calls.
    /// </summary>
    public IReadOnlyList<HelpRow> For(Survey? survey, IReadOnlyList<AnswerInput> answers, Language language) =>
        answers.Any(answer => IsLowOfMind(survey, answer) || (answer.Value.Text is { } text && phrases.CallForHelp.StandIn(text)))
            ? Rows(AgeOf(survey, answers), language)
            : [];

    /// <summary>Help, when words hold a phrase that calls for it; it is not known who typed them, so all rows.</summary>
    public IReadOnlyList<HelpRow> ForWords(string? words, Language language) =>
        words is not null && phrases.CallForHelp.StandIn(words) ? Rows(null, language) : [];

    /// <summary>Rows for an age: for a child the child's, for youth theirs, for an adult the adult's; age not told: all.</summary>
    public IReadOnlyList<HelpRow> Rows(int? age, Language language) => age switch
    {
        null => [.. rows.For(HelpAudience.Adult, language).Union(rows.For(HelpAudience.Youth, language)).Union(rows.For(HelpAudience.Child, language))],
        < ChildBelow => rows.For(HelpAudience.Child, language),
        < YouthBelow => rows.For(HelpAudience.Youth, language),
        _ => rows.For(HelpAudience.Adult, language),
    };

    private static bool IsLowOfMind(Survey? survey, AnswerInput answer) =>
        answer.Value.Number is { } number
        && survey?.QuestionOrNull(answer.Question) is { Theme: ThemeCode.Mind, Scale: { } scale }
        && scale.OfTen(number) <= MindCallsAtMost;

    private static int? AgeOf(Survey? survey, IReadOnlyList<AnswerInput> answers) =>
        answers.Where(answer => survey?.QuestionOrNull(answer.Question) is { IsAge: true, Scale: var scale } && answer.Value.Number is { } years && scale?.Holds(years) != false)
            .Select(answer => (int?)answer.Value.Number)
            .FirstOrDefault();
}
