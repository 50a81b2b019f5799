using ServiceTray.Languages;
using ServiceTray.Surveys;
using Xunit;

namespace ServiceTray.Tests.Surveys;

public sealed class Scores
{
    // Worked out by hand: a scale 1–5, answers a = 2, b = 5, c left out.
    [Theory]
    [InlineData("Value", "a", 1, 2.0)]
    [InlineData("Value", "-a", 1, 4.0)]
    [InlineData("Sum", "a b", 2, 7.0)]
    [InlineData("Sum", "a -b", 2, 3.0)]
    [InlineData("Mean", "a b c", 2, 3.5)]
    [InlineData("Maximum", "a b", 2, 5.0)]
    [InlineData("Maximum", "-a -b", 2, 4.0)]
    [InlineData("Percent", "a b", 2, 62.5)]
    [InlineData("Percent", "a b c", 2, 62.5)]
    [InlineData("Sum", "a b c", 3, null)]
    [InlineData("Value", "c", 1, null)]
    public void Follow_their_rule(string rule, string items, int fewest, double? expected)
    {
        var survey = OwnSurvey.Survey with { Questions = [Question("a"), Question("b"), Question("c")] };
        var (filled, errors) = AnswerCheck.Check(survey, [OwnSurvey.Number("a", 2), OwnSurvey.Number("b", 5)]);
        Assert.Empty(errors);
        var score = new Score
        {
            Id = "s",
            Name = LocalizedText.Of("S"),
            Rule = Enum.Parse<ScoreRule>(rule),
            Items = [.. items.Split(' ').Select(item => new ScoreItem(item.TrimStart('-'), item.StartsWith('-')))],
            Fewest = fewest,
        };
        Assert.Equal(expected, Scorer.Of(score, filled));
    }

    [Theory]
    [InlineData(0, "weak")]
    [InlineData(5.9, "weak")]
    [InlineData(6, "moderate")]
    [InlineData(10, "excellent")]
    public void Fall_into_the_last_band_they_reach(double value, string band)
    {
        var score = new Score
        {
            Id = "s",
            Name = LocalizedText.Of("S"),
            Rule = ScoreRule.Value,
            Items = [],
            Fewest = 1,
            Bands = [new(0, LocalizedText.Of("weak")), new(6, LocalizedText.Of("moderate")), new(10, LocalizedText.Of("excellent"))],
        };
        Assert.Equal(band, Scorer.BandOf(score, value)!.Name.Pick(Language.Fi).Value);
    }

    private static Question Question(string id) => new()
    {
        Id = id,
        Kind = QuestionKind.Scale,
        Text = LocalizedText.Of("?"),
        Scale = new Scale(1, 5, LocalizedText.Empty, LocalizedText.Empty),
    };
}
