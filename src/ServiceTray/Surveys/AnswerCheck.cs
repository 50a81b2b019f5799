using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>Holds answers against their survey: what fits is kept, everything else is told, question by question in the survey's order.</summary>
internal static class AnswerCheck
{
    public static (FilledSurvey Filled, IReadOnlyList<AnswerError> Errors) Check(Survey survey, IReadOnlyList<AnswerInput> answers)
    {
        var given = answers.ToLookup(answer => answer.Question, answer => answer.Value);
        var kept = new Dictionary<string, AnswerValueInput>();
        var errors = new List<AnswerError>();
        foreach (var question in survey.Questions)
        {
            // What an earlier answer took away is not asked: an answer to it is no error and does not count.
            if (question.ShownWhen is { } condition && !condition.IsMetBy(kept.GetValueOrDefault(condition.Question)))
            {
                continue;
            }

            var values = given[question.Id].ToList();
            var answered = values.FirstOrDefault(value => !IsEmpty(value));
            if ((values.Count > 1 ? AnswerFaults.AnsweredTwice(question) : Fault(question, answered)) is { } fault)
            {
                errors.Add(fault);
            }
            else if (answered is not null)
            {
                kept[question.Id] = answered;
            }
        }

        var unknown = given.Select(group => group.Key).Where(id => survey.QuestionOrNull(id) is null).Order(StringComparer.Ordinal);
        errors.AddRange(unknown.Select(AnswerFaults.QuestionUnknown));
        return (new FilledSurvey(survey, kept), errors);
    }

    private static bool IsEmpty(AnswerValueInput value) =>
        value is { Number: null, Date: null } && string.IsNullOrWhiteSpace(value.Text) && value.Choices is not { Count: > 0 };

    private static AnswerError? Fault(Question question, AnswerValueInput? value) => (question.Kind, value) switch
    {
        (_, null) => question.Required ? AnswerFaults.Missing(question) : null,
        (QuestionKind.Scale or QuestionKind.Number, { Number: { } number, Choices: null, Text: null, Date: null }) =>
            question.Scale is { } scale && !scale.Holds(number) ? AnswerFaults.OutOfScale(question, scale) : null,
        (QuestionKind.Choice or QuestionKind.Choices, { Choices: { } chosen, Number: null, Text: null, Date: null }) => Fault(question, chosen),
        (QuestionKind.Text, { Text: { } text, Number: null, Choices: null, Date: null }) => Fault(question, text),
        (QuestionKind.Date, { Date: not null, Number: null, Choices: null, Text: null }) => null,
        _ => AnswerFaults.WrongKind(question),
    };

    private static AnswerError? Fault(Question question, IReadOnlyList<string> chosen) =>
        chosen.Any(id => question.Choices.All(choice => choice.Id != id)) ? AnswerFaults.ChoiceUnknown(question)
        : question.Kind == QuestionKind.Choice && chosen.Distinct().Count() > 1 ? AnswerFaults.WrongKind(question)
        : null;

    private static AnswerError? Fault(Question question, string text) =>
        !ReadableText.Is(text) ? AnswerFaults.TextInvalid(question)
        : text.Length > question.Longest ? AnswerFaults.TooLong(question)
        : null;
}
