using ServiceTray.Languages;

namespace ServiceTray.Surveys;

/// <summary>Why an answer cannot be taken, told by its question; null: it is about the whole or about the place.</summary>
internal sealed record AnswerError(string? Question, string Code, LocalizedText Message);
