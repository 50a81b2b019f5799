namespace ServiceTray.Surveys;

/// <summary>A score worked out of answers; null: too few were answered.</summary>
internal sealed record InstrumentScore(Score Score, double? Value)
{
    /// <summary>What its owner calls a value as this; null: there is no value, or it has no name.</summary>
    public ScoreBand? BandOrNull => Value is { } value ? Scorer.BandOf(Score, value) : null;

    public static InstrumentScore Of(Score score, FilledSurvey filled) => new(score, Scorer.Of(score, filled));
}
