using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>A version of a set of questions; it never changes, a change is a new version.</summary>
internal sealed record Survey
{
    public required Guid Id { get; init; }

    /// <summary>The lasting key that the id is made of.</summary>
    public required string Key { get; init; }

    public required SurveyVersion Version { get; init; }

    public required LocalizedText Title { get; init; }

    public LocalizedText Introduction { get; init; } = LocalizedText.Empty;

    /// <summary>Languages that every text of it has, BCP 47.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public string? Owner { get; init; }

    public string? Licence { get; init; }

    /// <summary>What its owner asks to be told where it is shown.</summary>
    public string? Attribution { get; init; }

    public required SurveyUse Use { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }

    public IReadOnlyList<Score> Scores { get; init; } = [];

    public Question? QuestionOrNull(string id) => Questions.FirstOrDefault(question => question.Id == id);
}

/// <summary>What the answers of a survey may be used for; only those of an individual one drive a person's suggestions.</summary>
internal enum SurveyUse
{
    Individual,

    /// <summary>Own answers are shown back, without a score.</summary>
    Conversation,

    /// <summary>Means of groups alone.</summary>
    Group,
}
