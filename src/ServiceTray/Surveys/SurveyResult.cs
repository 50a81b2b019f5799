using ServiceTray.Guidance;

namespace ServiceTray.Surveys;

/// <summary>What a survey filled in says; unless it is asked to be kept, it lives as long as the answer to it.</summary>
internal sealed record SurveyResult(
    FilledSurvey Filled, DateTimeOffset AnsweredAt, IReadOnlyList<ThemeNeed> Needs, Limits Limits, IReadOnlyList<HelpRow> HelpNumbers)
{
    public Survey Survey => Filled.Survey;

    /// <summary>Under which it is kept; null: it is kept nowhere.</summary>
    public string? Code { get; init; }

    /// <summary>The survey's own scores, those that could be worked out and those that could not.</summary>
    public IReadOnlyList<InstrumentScore> Scores => [.. Survey.Scores.Select(score => InstrumentScore.Of(score, Filled))];

    /// <summary>Those before it, the first one first.</summary>
    public IReadOnlyList<EarlierResult> Earlier { get; init; } = [];

    /// <summary>What has changed since the time before.</summary>
    public IReadOnlyList<ThemeChange> Changes => ThemeChange.Of(this);
}

/// <summary>What comes of answering: help first when it is called for, then a result or what is wrong.</summary>
internal sealed record AnswerSurveyPayload(SurveyResult? Result, IReadOnlyList<HelpRow> Safety, IReadOnlyList<AnswerError> Errors)
{
    /// <summary>Whether the numbers were counted in a county's figures.</summary>
    public bool Counted { get; init; }
}
