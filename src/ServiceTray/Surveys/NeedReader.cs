using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>
/// Reads needs out of answers. A theme counts when its scale was answered or it was chosen as what matters most. Need is 10 − answer
/// on 0 to 10 (the mean when several scales ask of one theme), importance 2 when chosen and else 1. The order is need × importance,
/// then importance, then the theme's number.
/// </summary>
internal static class NeedReader
{
    public static IReadOnlyList<ThemeNeed> Of(FilledSurvey filled)
    {
        var chosen = filled.Chosen.Select(choice => choice.Theme).OfType<ThemeCode>().ToHashSet();
        return
        [
            .. Enum.GetValues<ThemeCode>()
                .Select(theme => Of(theme, Answer(theme, filled), chosen.Contains(theme)))
                .OfType<ThemeNeed>()
                .OrderByDescending(need => need.Weight)
                .ThenByDescending(need => need.Importance)
                .ThenBy(need => need.Code),
        ];
    }

    private static ThemeNeed? Of(ThemeCode theme, double? answer, bool chosen) => answer is null && !chosen
        ? null
        : new ThemeNeed(theme, answer, answer is { } told ? 10 - told : ThemeNeed.NeedWhenOnlyChosen, chosen ? ThemeNeed.ImportanceWhenChosen : 1);

    private static double? Answer(ThemeCode theme, FilledSurvey filled)
    {
        var answers = filled.Survey.Questions
            .Where(question => question.Theme == theme && question.Scale is not null && filled.Number(question.Id) is not null)
            .Select(question => question.Scale!.OfTen(filled.Number(question.Id)!.Value))
            .ToList();
        return answers.Count == 0 ? null : answers.Average();
    }
}
