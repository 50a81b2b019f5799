namespace ServiceTray.Surveys;

/// <summary>Works scores out of answers; the same answers give the same number on any machine.</summary>
internal static class Scorer
{
    /// <summary>The score; null: too few items are answered.</summary>
    public static double? Of(Score score, FilledSurvey filled)
    {
        var items = score.Items.Select(item => Answered(item, filled)).OfType<AnsweredItem>().ToList();
        if (items.Count == 0 || items.Count < score.Fewest)
        {
            return null;
        }

        var sum = items.Sum(item => item.Value);
        return score.Rule switch
        {
            ScoreRule.Value => items[0].Value,
            ScoreRule.Sum => sum,
            ScoreRule.Mean => sum / items.Count,
            ScoreRule.Maximum => items.Max(item => item.Value),
            ScoreRule.Percent => 100 * (sum - items.Sum(item => (double)item.Scale.Min)) / items.Sum(item => (double)item.Scale.Max - item.Scale.Min),
            ScoreRule.Table => score.Table.FirstOrDefault(step => step.Sum == sum)?.Value,
            _ => throw new ArgumentOutOfRangeException(nameof(score)),
        };
    }

    /// <summary>The band a number falls into; null: there are none.</summary>
    public static ScoreBand? BandOf(Score score, double value) => score.Bands.LastOrDefault(band => value >= band.From);

    private static AnsweredItem? Answered(ScoreItem item, FilledSurvey filled) =>
        filled.Survey.QuestionOrNull(item.Question) is { Scale: { } scale } && filled.Number(item.Question) is { } number
            ? new AnsweredItem(item.Reversed ? scale.Min + scale.Max - number : number, scale)
            : null;

    private sealed record AnsweredItem(double Value, Scale Scale);
}
