using ServiceTray.Themes;

namespace ServiceTray.Surveys;

/// <summary>How a theme stood the time before, and stands now, on 0 to 10.</summary>
internal sealed record ThemeChange(ThemeCode Code, double Before, double Now)
{
    public Theme Theme => Theme.Of(Code);

    /// <summary>Those themes that the time before asked alike, by number.</summary>
    public static IReadOnlyList<ThemeChange> Of(SurveyResult result) => result.Earlier.Count == 0
        ? []
        : [
            .. from now in EarlierResult.Of(result).Themes
               orderby now.Key
               where result.Earlier[^1].Themes.GetValueOrDefault(now.Key)?.Asked == now.Value.Asked
               select new ThemeChange(now.Key, result.Earlier[^1].Themes[now.Key].Answer, now.Value.Answer),
        ];
}
