namespace ServiceTray.Surveys;

/// <summary>A survey filled in, as it comes from outside; nothing of it is kept unless that is asked.</summary>
internal sealed record AnswerSurveyInput(
    string Survey, IReadOnlyList<AnswerInput> Answers, string? Version = null, Offerings.NearInput? Near = null, bool Keep = false, string? PreviousCode = null, bool Count = false);

/// <summary>An answer to a question, not yet checked.</summary>
internal sealed record AnswerInput(string Question, AnswerValueInput Value);

/// <summary>What was answered: one of these.</summary>
internal sealed record AnswerValueInput(double? Number = null, IReadOnlyList<string>? Choices = null, string? Text = null, DateOnly? Date = null);
