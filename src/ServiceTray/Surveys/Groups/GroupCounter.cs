using ServiceTray.Calendar;
using ServiceTray.Languages;
using ServiceTray.Places;
using ServiceTray.Themes;

namespace ServiceTray.Surveys.Groups;

/// <summary>Works figures out of what a group answered. Nothing is told of fewer than five, neither straight nor by taking one figure from another.</summary>
internal static class GroupCounter
{
    public const int Fewest = 5;

    private const int LeastOfPromoters = 9;
    private const int GreatestOfDetractors = 6;

    /// <summary>The figures; null: fewer than five answered.</summary>
    public static GroupResult? Of(Survey survey, Region county, Quarter quarter, IReadOnlyList<CountedNumbers> answers)
    {
        if (answers.Count < Fewest)
        {
            return null;
        }

        var filled = answers.Select(answer => new FilledSurvey(
            survey, answer.Numbers.ToDictionary(number => number.Key, number => new AnswerValueInput(Number: number.Value)))).ToList();
        return new GroupResult(
            survey,
            county,
            quarter,
            answers.Count,
            [.. Enum.GetValues<ThemeCode>().Select(theme => ThemeOf(theme, filled)).OfType<GroupTheme>()],
            [.. survey.Scores.Select(score => ScoreOf(score, filled)).OfType<GroupScore>()]);
    }

    /// <summary>Counts as they may be told: those under five are not, and when that leaves one alone hidden, the least of the others neither.</summary>
    public static IReadOnlyList<int?> Told(IReadOnlyList<int> counts)
    {
        var hidden = counts.Select(count => count < Fewest).ToList();
        if (hidden.Count(one => one) == 1 && counts.Count > 1)
        {
            hidden[counts.Index().Where(one => !hidden[one.Index]).MinBy(one => one.Item).Index] = true;
        }

        return [.. counts.Select((count, i) => hidden[i] ? (int?)null : count)];
    }

    private static GroupTheme? ThemeOf(ThemeCode theme, List<FilledSurvey> filled)
    {
        var needs = filled.SelectMany(NeedReader.Of).Where(need => need.Code == theme && need.Answer is not null).ToList();
        var bands = Enum.GetValues<NeedBand>();
        return needs.Count < Fewest
            ? null
            : new GroupTheme(theme, needs.Count, needs.Average(need => need.Answer!.Value), Bands(bands.Select(NameOf), [.. bands.Select(band => needs.Count(need => need.Band == band))]));
    }

    private static GroupScore? ScoreOf(Score score, List<FilledSurvey> filled)
    {
        var values = filled.Select(one => Scorer.Of(score, one)).OfType<double>().ToList();
        if (values.Count < Fewest)
        {
            return null;
        }

        var bands = Bands(score.Bands.Select(band => band.Name), [.. score.Bands.Select(band => values.Count(value => Scorer.BandOf(score, value) == band))]);

        // With some bands told and some not, the share would tell of those that are not.
        var told = bands.Count(band => band.Count is not null);
        var isShare = score.Rule == ScoreRule.Value && filled[0].Survey.Purpose == SurveyPurpose.Experience && (told == 0 || told == bands.Count);
        double? share = isShare ? 100.0 * (values.Count(value => value >= LeastOfPromoters) - values.Count(value => value <= GreatestOfDetractors)) / values.Count : null;
        return new GroupScore(score, values.Count, values.Average(), bands, share);
    }

    private static IReadOnlyList<GroupBand> Bands(IEnumerable<LocalizedText> names, IReadOnlyList<int> counts) =>
        [.. names.Zip(Told(counts), (name, count) => new GroupBand(name, count))];

    private static LocalizedText NameOf(NeedBand band) =>
        LocalizedText.Of(Texts.In(Language.Fi).Of(band), Texts.In(Language.Sv).Of(band), Texts.In(Language.En).Of(band));
}
