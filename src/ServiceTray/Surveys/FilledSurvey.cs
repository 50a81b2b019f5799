namespace ServiceTray.Surveys;

/// <summary>Answers that fit their survey, by question; a question that was not asked or not answered has none.</summary>
internal sealed record FilledSurvey(Survey Survey, IReadOnlyDictionary<string, AnswerValueInput> Answers)
{
    public double? Number(string question) => Answers.GetValueOrDefault(question)?.Number;

    /// <summary>All that was chosen, in the survey's order.</summary>
    public IEnumerable<Choice> Chosen =>
        from question in Survey.Questions
        let chosen = Answers.GetValueOrDefault(question.Id)?.Choices
        where chosen is not null
        from choice in question.Choices
        where chosen.Contains(choice.Id)
        select choice;

    /// <summary>The person's age in whole years; null: not told.</summary>
    public int? Age => Survey.Questions.Where(question => question.IsAge).Select(question => Number(question.Id)).FirstOrDefault(age => age is not null) is { } years
        ? (int)Math.Floor(years)
        : null;
}
