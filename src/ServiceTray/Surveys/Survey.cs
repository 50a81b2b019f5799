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

    public required SurveyPurpose Purpose { get; init; }

    /// <summary>Whether the words of its questions are its owner's, and come in by an import of hers alone.</summary>
    public bool TextsAreOwners { get; init; }

    /// <summary>Whether it can be shown: its own words are there.</summary>
    public bool HasTexts => Questions.All(question => !question.Text.IsEmpty);

    /// <summary>Whether its owner wants its items read one by one, and never added up.</summary>
    public bool NoTotal { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }

    public IReadOnlyList<Score> Scores { get; init; } = [];

    public Question? QuestionOrNull(string id) => Questions.FirstOrDefault(question => question.Id == id);
}

/// <summary>What a survey is for; the last four are refused, for the tray does not examine anybody.</summary>
internal enum SurveyPurpose
{
    Wellbeing,
    WorkAbility,
    Functioning,
    QualityOfLife,
    Inclusion,
    LifeSituation,
    Experience,
    SymptomScreen,
    Diagnosis,
    Prediction,
    Monitoring,
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
