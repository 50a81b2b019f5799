namespace ServiceTray.Surveys;

/// <summary>A question is asked when an earlier one was answered so: one of these choices, or a number from least to most.</summary>
internal sealed record ShownWhen(string Question, IReadOnlyList<string> AnyOf, double? AtLeast, double? AtMost)
{
    public bool IsMetBy(AnswerValueInput? answer) => answer switch
    {
        { Choices: { } chosen } => AnyOf.Any(chosen.Contains),
        { Number: { } number } => AnyOf.Count == 0 && !(number < AtLeast) && !(number > AtMost),
        _ => false,
    };
}
