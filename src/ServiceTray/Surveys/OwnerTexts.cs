using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>The words of a survey whose definition ships without them, as one who has the right to them brought them in.</summary>
internal sealed record OwnerTexts(string Survey, SurveyVersion Version, string Permission, IReadOnlyDictionary<string, QuestionTexts> Questions)
{
    /// <summary>The survey with these words in it.</summary>
    public Survey Into(Survey survey) => survey with
    {
        Questions = [.. survey.Questions.Select(question => Questions.TryGetValue(question.Id, out var texts) ? texts.Into(question) : question)],
    };
}

/// <summary>The words of a question and of the ends of its scale.</summary>
internal sealed record QuestionTexts(LocalizedText Text, LocalizedText Why, LocalizedText MinLabel, LocalizedText MaxLabel)
{
    public Question Into(Question question) => question with
    {
        Text = Text,
        Why = Why,
        Scale = question.Scale is { } scale ? new Scale(scale.Min, scale.Max, MinLabel, MaxLabel) : null,
    };
}
